import { reportRelay } from '../../acknowledgement/relay-report.ts';
import type { Stage } from './stage.ts';

/** Hubs that count, with how many organisations each of them serves. */
const hubs: Record<string, number> = {
  'Digital Trust Center': 1420,
  'Knooppunt Zorg': 312,
  'Knooppunt Onderwijs': 188,
  'Knooppunt Gemeenten': 355,
  'Knooppunt Logistiek': 97,
};

/** Some hubs tell how many organisations they passed a version on to, and one of them what those answered. */
export async function reportRelays(stage: Stage, of: string): Promise<void> {
  const { hub, settled, versions, report } = stage;
  const versionId = versions.get(of) as number;
  let reached = 0;
  for (const [name, passedOnTo] of Object.entries(hubs)) {
    const organisationId = settled.organisations.get(name);
    if (organisationId === undefined) continue;
    const counts = name === 'Knooppunt Gemeenten' && {
      counts: { 'measures taken': 121, 'switched off': 84, 'not affected': 96 },
    };
    const actor = `organisation:${organisationId}`;
    await reportRelay(hub, { versionId, organisationId, passedOnTo, ...counts, actor });
    reached += passedOnTo;
  }
  report(`${of}  passed on to ${reached} organisations by the information hubs`);
}
