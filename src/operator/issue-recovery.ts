import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { createLink } from './one-time-link.ts';
import { findOperator, requireRole } from './operator.ts';

const schema = z.strictObject({
  accountId: z.int().positive(),
  /** The administrator who does it, for somebody else than themselves. */
  operatorId: z.int().positive(),
});

/**
 * Makes a one-time address, good for a day, behind which somebody who lost password or authenticator sets both anew.
 * Whoever holds it holds the account: it is audited, logged as a warning, and seen by everybody at the console.
 * @throws HubError forbidden | not_found | conflict for one's own or a disabled account
 */
export async function issueRecovery(hub: Hub, input: z.input<typeof schema>): Promise<string> {
  const { accountId, operatorId } = parse(schema, input);
  const url = await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['administrator']);
    const account = await findOperator(sql, accountId);
    if (accountId === operatorId)
      throw new HubError('conflict', 'Ask another administrator to recover your own account.');
    if (account.disabledAt)
      throw new HubError('conflict', 'This account is disabled: enable it first.');
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'issue recovery',
      object: `operator:${accountId}`,
    });
    const link = { kind: 'recovery', operatorId: accountId, createdBy: operatorId } as const;
    return createLink(hub, sql, link);
  });
  hub.log.warn({ operator: accountId, by: operatorId }, 'a recovery address was issued');
  return url;
}
