import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { requireRole } from './operator.ts';
import { roles } from './role.ts';

const schema = z.strictObject({ keyId: z.int().positive(), operatorId: z.int().positive() });

/**
 * Ends a key at once: one's own, or, for an administrator, anybody's. One that was ended already stays so.
 * @throws HubError forbidden | not_found, also for somebody else's key
 */
export async function revokeKey(hub: Hub, input: z.input<typeof schema>): Promise<void> {
  const { keyId, operatorId } = parse(schema, input);
  await hub.sql.begin(async (sql) => {
    const operator = await requireRole(sql, operatorId, roles);
    const all = operator.roles.includes('administrator');
    const [key] = await sql<{ operatorId: number; revokedAt: Date | null }[]>`
      SELECT operator_id, revoked_at FROM api_keys
      WHERE  id = ${keyId} AND (${all} OR operator_id = ${operatorId}) FOR UPDATE`;
    if (!key) throw new HubError('not_found', `You have no key with id ${keyId}.`);
    if (key.revokedAt) return;
    await sql`UPDATE api_keys SET revoked_at = clock_timestamp() WHERE id = ${keyId}`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'revoke key',
      object: `key:${keyId}`,
      detail: { owner: key.operatorId },
    });
  });
}
