import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { isAuthor } from './authorship.ts';
import { approvalFields, recordConsents } from './consent.ts';
import { requireFourEyes, warnOfBreakGlass } from './four-eyes.ts';
import { insertApproval } from './insert-approval.ts';
import { requireRevision, requireState } from './require-state.ts';
import { isUrgent } from './risk.ts';
import { findSeenPreview, requireSeenPreview } from './seen-preview.ts';
import { findVersion, lockVersion, nameOf, type Version } from './version.ts';

const schema = z.strictObject({
  versionId: z.int().positive(),
  /** The revision that was seen. */
  revision: z.int().positive().optional(),
  operatorId: z.int().positive(),
  /** When it is to be published; without it an operator does so by hand. */
  publishAt: z.date().optional(),
  ...approvalFields,
});
type Input = z.output<typeof schema>;

/**
 * Approves a version in review: by someone who did not write it, and for high/high after seeing who receives it.
 * @throws HubError invalid | forbidden | not_found | conflict
 */
export async function approve(hub: Hub, input: z.input<typeof schema>): Promise<Version> {
  const parsed = parse(schema, input);
  const { versionId, operatorId, breakGlass } = parsed;
  const approved = await hub.sql.begin(async (sql) => {
    const version = await lockVersion(sql, versionId);
    const isSame = await isAuthor(sql, { versionId }, operatorId);
    await requireFourEyes(sql, parsed, { isSame, did: `wrote or edited ${nameOf(version)}` });
    requireState(nameOf(version), version.state, ['in review']);
    requireRevision(nameOf(version), version.revision, parsed.revision);
    const previewId = await findPreview(sql, version, parsed);
    const approvalId = await insertApproval(sql, { versionId, previewId, operatorId, breakGlass });
    await recordConsents(sql, approvalId, parsed.consents);
    await sql`
      UPDATE versions
      SET state = 'approved', approved_at = hub_now(), publish_at = ${await publicationTime(sql, parsed)}
      WHERE id = ${versionId}`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: breakGlass === undefined ? 'approve' : 'approve by break-glass',
      object: `version:${versionId}`,
      detail: {
        approvalId,
        revision: version.revision,
        previewId,
        consents: parsed.consents.length,
        publishAt: parsed.publishAt,
      },
    });
    return findVersion(sql, versionId);
  });
  warnOfBreakGlass(hub, `version:${versionId}`, parsed);
  return approved;
}

function findPreview(sql: Sql, version: Version, { operatorId, previewId }: Input) {
  const looked = { operatorId, previewId, reasons: ['publication', 'correction'] as const };
  if (isUrgent(version)) return requireSeenPreview(sql, version, looked);
  return findSeenPreview(sql, version, looked);
}

/** @throws HubError invalid: a moment that has passed */
async function publicationTime(sql: Sql, { publishAt }: Input): Promise<Date | null> {
  if (!publishAt) return null;
  const [{ now }] = await sql<[{ now: Date }]>`SELECT hub_now() AS now`;
  if (publishAt > now) return publishAt;
  const message =
    'This moment has passed: choose a later one, or leave it out and publish by hand.';
  throw new HubError('invalid', message, [{ path: 'publishAt', message }]);
}
