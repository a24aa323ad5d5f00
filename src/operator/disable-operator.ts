import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { findOperator, requireRole } from './operator.ts';

const schema = z.strictObject({
  accountId: z.int().positive(),
  /** The administrator who does it. */
  operatorId: z.int().positive(),
});
type Input = z.input<typeof schema>;

/**
 * Closes an account at once: its sessions end, its keys are revoked, its addresses open nothing.
 * @throws HubError forbidden | not_found | conflict for one's own account, so one administrator always stays
 */
export async function disableOperator(hub: Hub, input: Input): Promise<void> {
  const { accountId, operatorId } = parse(schema, input);
  await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['administrator']);
    if (accountId === operatorId)
      throw new HubError('conflict', 'Another administrator has to disable your own account.');
    const account = await findOperator(sql, accountId);
    if (account.disabledAt) return;
    await sql`UPDATE operators SET disabled_at = hub_now() WHERE id = ${accountId}`;
    const ended = await endEverything(sql, accountId);
    const object = `operator:${accountId}`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'disable',
      object,
      detail: ended,
    });
  });
}

/** Opens an account again, with the roles that it had; its keys stay revoked. */
export async function enableOperator(hub: Hub, input: Input): Promise<void> {
  const { accountId, operatorId } = parse(schema, input);
  await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['administrator']);
    const account = await findOperator(sql, accountId);
    if (!account.disabledAt) return;
    await sql`UPDATE operators SET disabled_at = NULL WHERE id = ${accountId}`;
    const detail = { roles: account.roles };
    const object = `operator:${accountId}`;
    await record(sql, { actor: `operator:${operatorId}`, action: 'enable', object, detail });
  });
}

async function endEverything(sql: Sql, accountId: number) {
  const sessions = await sql`DELETE FROM sessions WHERE operator_id = ${accountId}`;
  const keys = await sql`
    UPDATE api_keys SET revoked_at = clock_timestamp()
    WHERE  operator_id = ${accountId} AND revoked_at IS NULL`;
  await sql`DELETE FROM one_time_links WHERE operator_id = ${accountId} AND used_at IS NULL`;
  return { sessions: sessions.count, keys: keys.count };
}
