import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { accountFields } from './account.ts';
import { isBootstrap } from './bootstrap.ts';
import { insertOperator } from './insert-operator.ts';
import { createLink } from './one-time-link.ts';
import { type Operator, requireRole } from './operator.ts';
import { insertRequest } from './request-roles.ts';
import type { RoleRequest } from './role-request.ts';

const schema = z.strictObject({
  ...accountFields,
  /** The administrator who invites; absent: whoever commands the machine (`semafoor operator invite`). */
  operatorId: z.int().positive().optional(),
});

/** A new account; the address to hand over, which is shown this once; and the roles that wait for a second administrator. */
export type Invitation = { operator: Operator; url: string; request: RoleRequest | null };

/**
 * Makes an account and a one-time address, good for seven days, behind which its owner sets a password and enrols a
 * second factor. Once two administrators have existed its roles wait until another one than the inviter approves.
 * @throws HubError invalid | forbidden | conflict when the address has an account
 */
export async function inviteOperator(hub: Hub, input: z.input<typeof schema>): Promise<Invitation> {
  const { operatorId, ...account } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    if (operatorId) await requireRole(sql, operatorId, ['administrator']);
    const bootstrap = await isBootstrap(sql);
    const actor = operatorId ? `operator:${operatorId}` : 'system';
    const given = bootstrap ? account.roles : [];
    const detail = bootstrap ? { mode: 'bootstrap' } : {};
    const operator = await insertOperator(sql, { ...account, roles: given }, { actor, detail });
    const waiting = given.length < account.roles.length;
    if (waiting && !operatorId) throw new HubError('forbidden', alone);
    const request =
      waiting && operatorId
        ? await insertRequest(sql, { accountId: operator.id, roles: account.roles, operatorId })
        : null;
    const link = { kind: 'invitation', operatorId: operator.id, createdBy: operatorId } as const;
    const url = await createLink(hub, sql, link);
    await record(sql, { actor, action: 'invite', object: `operator:${operator.id}` });
    return { operator, url, request };
  });
}

const alone =
  'This hub has had two administrators: invite without roles, and let one of them ask for roles and another approve.';
