import type { Change } from '../advisory/change.ts';
import { formatRisk, type Risk } from '../advisory/risk.ts';
import type { Tlp } from '../advisory/tlp.ts';

/** What a policy line looks at. An empty list means any. */
export type Condition = { risks: string[]; tlps: Tlp[]; changes: Change[] };

/** Whether a policy line speaks of this version: its risk (`H/H`), TLP and kind of change. */
export function appliesTo(line: Condition, version: Risk & { tlp: Tlp; change: Change }): boolean {
  return (
    includesOrAny(line.risks, formatRisk(version)) &&
    includesOrAny(line.tlps, version.tlp) &&
    includesOrAny(line.changes, version.change)
  );
}

const includesOrAny = <T>(list: T[], value: T) => list.length === 0 || list.includes(value);
