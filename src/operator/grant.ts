import { z } from 'zod';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { isBootstrap } from './bootstrap.ts';
import { requireRole } from './operator.ts';

/** The two administrators behind a change of roles. */
export const grantSchema = z
  .strictObject({ requestedBy: z.int().positive(), approvedBy: z.int().positive() })
  .refine((grant) => grant.requestedBy !== grant.approvedBy, {
    path: ['approvedBy'],
    message: 'Another administrator than the one who asks has to approve.',
  });
export type Grant = z.output<typeof grantSchema>;

/** How a change of roles came about, for its audit row. */
export type Granted = { actor: string; detail: Record<string, unknown> };

/**
 * Four eyes on roles; while the hub is being set up they are given out freely, and audited as bootstrap.
 * @throws HubError forbidden when two administrators are needed and not there
 */
export async function requireGrant(sql: Sql, grant: Grant | undefined): Promise<Granted> {
  if (grant) {
    await requireRole(sql, grant.requestedBy, ['administrator']);
    await requireRole(sql, grant.approvedBy, ['administrator']);
    await requireOwnHands(sql, grant);
  }
  if (await isBootstrap(sql)) {
    return {
      actor: grant ? `operator:${grant.requestedBy}` : 'system',
      detail: { mode: 'bootstrap' },
    };
  }
  if (!grant) {
    throw new HubError(
      'forbidden',
      'This hub has had two administrators: one has to ask for roles and another to approve them.',
    );
  }
  return { actor: `operator:${grant.requestedBy}`, detail: { approvedBy: grant.approvedBy } };
}

/** Who gave somebody a way back into an account may hold that account themselves: they are one pair of eyes for a month. */
async function requireOwnHands(sql: Sql, { requestedBy, approvedBy }: Grant): Promise<void> {
  const [given] = await sql`
    SELECT FROM one_time_links
    WHERE  kind = 'recovery' AND operator_id = ${approvedBy} AND created_by = ${requestedBy}
    AND    used_at > clock_timestamp() - interval '30 days'`;
  if (given)
    throw new HubError(
      'forbidden',
      'The administrator who asked recovered this account within the last 30 days: a third one has to approve.',
    );
}
