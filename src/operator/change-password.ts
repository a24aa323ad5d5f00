import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { confirmPassword } from './confirm-password.ts';
import type { Operator } from './operator.ts';
import { hashPassword, type NewPassword, requirePassword, setPassword } from './set-password.ts';

type Change = NewPassword & {
  current: string;
  client: string;
  /** The session that stays; every other one ends. */
  sessionId: number;
};

/** Sets another password for oneself. @throws HubError invalid, at `current`, `password` or `repeated` | too_many */
export async function changePassword(
  hub: Hub,
  operator: Operator,
  { current, client, sessionId, ...typed }: Change,
): Promise<void> {
  requirePassword(typed, operator);
  await confirmPassword(hub, operator, { current, client });
  const hash = await hashPassword(hub, typed.password);
  await hub.sql.begin(async (sql) => {
    await setPassword(sql, operator.id, hash);
    await sql`DELETE FROM sessions WHERE operator_id = ${operator.id} AND id <> ${sessionId}`;
    const whose = `operator:${operator.id}`;
    await record(sql, {
      actor: whose,
      action: 'change password',
      object: whose,
      origin: 'console',
    });
  });
}
