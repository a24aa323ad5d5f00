import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { applyRoles } from './apply-roles.ts';
import { grantSchema, requireGrant } from './grant.ts';
import type { Operator } from './operator.ts';
import { roles } from './role.ts';

const schema = z.strictObject({
  operatorId: z.int().positive(),
  roles: z.array(z.enum(roles)),
  grant: grantSchema.optional(),
});

/**
 * Gives an operator these roles instead of the ones it had.
 * @throws HubError invalid | forbidden | not_found
 */
export async function changeRoles(hub: Hub, input: z.input<typeof schema>): Promise<Operator> {
  const { operatorId, roles, grant } = parse(schema, input);
  return hub.sql.begin(async (sql) =>
    applyRoles(sql, { accountId: operatorId, roles }, await requireGrant(sql, grant)),
  );
}
