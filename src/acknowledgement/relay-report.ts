import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { responseStatuses } from './choice.ts';

const count = z.int().min(0).max(10_000_000);
const input = z.strictObject({
  versionId: z.int().positive(),
  organisationId: z.int().positive(),
  passedOnTo: count,
  /** How many of them answered what, where the hub knows. */
  counts: z.partialRecord(z.enum(responseStatuses), count).optional(),
  actor: z.string(),
});

/**
 * Keeps what a hub or CSIRT says of the version that it passed on; the newest report stands. The promise is its id.
 * @throws HubError `invalid` when there are more answers than receivers, `forbidden` when the organisation relays nothing or never got the version
 */
export async function reportRelay(hub: Hub, raw: z.input<typeof input>): Promise<number> {
  const { versionId, organisationId, passedOnTo, counts, actor } = parse(input, raw);
  const answered = Object.values(counts ?? {}).reduce((sum, n) => sum + n, 0);
  if (answered > passedOnTo)
    throw new HubError('invalid', 'More organisations answered than were told.', [
      { path: 'counts', message: `The counts add up to ${answered}, more than ${passedOnTo}.` },
    ]);
  return hub.sql.begin(async (sql) => {
    const [report] = await sql<{ id: number }[]>`
      INSERT INTO relay_reports (version_id, organisation_id, passed_on_to, counts, at)
      SELECT ${versionId}, o.id, ${passedOnTo}, ${counts ? sql.json(counts) : null}, hub_now()
      FROM organisations o
      WHERE o.id = ${organisationId} AND o.kind IN ('information hub', 'csirt')
        AND EXISTS (SELECT FROM organisation_dispatches r JOIN dispatches s ON s.id = r.dispatch_id
                    WHERE r.organisation_id = o.id AND s.version_id = ${versionId})
      RETURNING id`;
    if (!report)
      throw new HubError('forbidden', 'Only a hub or CSIRT that was sent a version reports on it.');
    await record(sql, {
      actor,
      action: 'report relay',
      object: `version:${versionId}`,
      detail: { organisation: organisationId, passedOnTo, counts },
    });
    return report.id;
  });
}
