import { isUrgent } from '../advisory/risk.ts';
import type { Tlp } from '../advisory/tlp.ts';
import type { Version } from '../advisory/version.ts';

/** What is sent, as far as it decides who may get it. */
export type Subject = { advisoryId: number | null; tlp: Tlp; urgent: boolean };

export function subjectOf(version: Version): Subject {
  return { advisoryId: version.advisoryId, tlp: version.tlp, urgent: isUrgent(version) };
}
