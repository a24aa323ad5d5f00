import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { accountFields } from './account.ts';
import { grantSchema, requireGrant } from './grant.ts';
import { insertOperator } from './insert-operator.ts';
import type { Operator } from './operator.ts';

const schema = z.strictObject({ ...accountFields, grant: grantSchema.optional() });

/**
 * Makes an account. Until two administrators have existed no `grant` is needed.
 * @throws HubError invalid | forbidden | conflict when the address has an account
 */
export async function createOperator(hub: Hub, input: z.input<typeof schema>): Promise<Operator> {
  const { grant, ...account } = parse(schema, input);
  return hub.sql.begin(async (sql) => insertOperator(sql, account, await requireGrant(sql, grant)));
}
