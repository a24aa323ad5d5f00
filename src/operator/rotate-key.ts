import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import type { Partner } from './caller.ts';
import { type CreatedKey, insertKey, requireTerm } from './create-key.ts';
import { requireRole } from './operator.ts';

const schema = z.strictObject({
  keyId: z.int().positive(),
  operatorId: z.int().positive(),
  expiresAt: z.date(),
  /** For so long the key before opens the same; 0 for one that leaked. */
  overlapHours: z.int().min(0).max(168),
});

/** A partner's key that still opens something, as far as the next one takes after it. */
type Before = Omit<Partner, 'keyId'> & { name: string };

/**
 * Gives a partner another key in place of one that it has, for the same machine and up to the same ceiling; shown this once.
 * The one before ends when the overlap is over, or at once.
 * @throws HubError invalid | forbidden | not_found | conflict
 */
export async function rotateKey(hub: Hub, input: z.input<typeof schema>): Promise<CreatedKey> {
  const { keyId, operatorId, expiresAt, overlapHours } = parse(schema, input);
  requireTerm(expiresAt);
  return hub.sql.begin(async (sql) => {
    const owner = await requireRole(sql, operatorId, ['administrator']);
    const [before] = await sql<(Before & { live: boolean })[]>`
      SELECT name, organisation_id, tlp_ceiling, revoked_at IS NULL AND expires_at > clock_timestamp() AS live
      FROM api_keys WHERE id = ${keyId} AND organisation_id IS NOT NULL FOR UPDATE`;
    if (!before) throw new HubError('not_found', `No partner has a key with id ${keyId}.`);
    if (!before.live)
      throw new HubError('conflict', 'This key opens nothing any more: make a new one.');
    await sql`
      UPDATE api_keys
      SET expires_at = least(expires_at, clock_timestamp() + ${overlapHours} * interval '1 hour'),
          revoked_at = CASE WHEN ${overlapHours === 0} THEN clock_timestamp() END
      WHERE id = ${keyId}`;
    const { name, organisationId, tlpCeiling } = before;
    const partner = { organisationId, tlpCeiling };
    const made = await insertKey(sql, { owner, name, roles: [], expiresAt, partner });
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'rotate key',
      object: `key:${keyId}`,
      detail: { next: made.id, overlapHours },
    });
    return made;
  });
}
