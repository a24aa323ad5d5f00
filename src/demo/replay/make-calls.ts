import { acknowledgeOnBehalf } from '../../acknowledgement/acknowledge-on-behalf.ts';
import { listUnmailable } from '../country/mailable.ts';
import type { Stage } from './stage.ts';

/** How many of those who asked to be called the duty officer gets to in one round. */
const mostCalls = 3;

/** Dewi phones the organisations that no mail reaches, and some that chose *call us*, and enters what they say. */
export async function makeCalls(stage: Stage, of: string): Promise<void> {
  const { hub, staff, country, settled, versions, report } = stage;
  const versionId = versions.get(of) as number;
  const unmailable = listUnmailable(country.contacts).map((name) => ({
    organisationId: settled.organisations.get(name) as number,
    contactId: settled.contacts.get(`CISO ${name}`) ?? null,
  }));
  const asking = await listAsking(stage, versionId);
  for (const { organisationId, contactId } of [...unmailable, ...asking.slice(0, mostCalls)])
    await acknowledgeOnBehalf(hub, {
      versionId,
      organisationIds: [organisationId],
      ...(contactId !== null && { contactId }),
      choice: 'acting',
      saidBy: 'de CISO, aan de telefoon met Dewi',
      operatorId: staff.Dewi,
    });
  report(
    `${of}  ${unmailable.length + Math.min(asking.length, mostCalls)} phoned by the duty officer`,
  );
}

function listAsking({ hub }: Stage, versionId: number) {
  return hub.sql<{ organisationId: number; contactId: number | null }[]>`
    SELECT DISTINCT ON (organisation_id) organisation_id, contact_id FROM acknowledgements
    WHERE version_id = ${versionId} AND choice = 'call us' AND suspicion IS NULL
    ORDER BY organisation_id, id DESC`;
}
