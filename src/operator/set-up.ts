import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { accountFields } from './account.ts';
import { insertOperator } from './insert-operator.ts';
import { createLink, findLink } from './one-time-link.ts';
import type { Operator } from './operator.ts';
import { longest } from './password.ts';
import { hashPassword, requirePassword, setPassword } from './set-password.ts';

/** Makes the one-time address of the first administrator; null once there is any operator. For each start of the hub. */
export async function openSetup(hub: Hub): Promise<string | null> {
  const [operator] = await hub.sql`SELECT FROM operators LIMIT 1`;
  return operator ? null : createLink(hub, hub.sql, { kind: 'setup' });
}

const { roles: _, ...person } = accountFields;
const schema = z.strictObject({
  ...person,
  token: z.string().max(100),
  password: z.string().max(longest * 4),
  repeated: z.string().max(longest * 4),
});

/**
 * Makes the first administrator. However many people hold an address of it, one of them does.
 * @throws HubError invalid | not_found | gone when there is an operator already
 */
export async function setUp(hub: Hub, input: z.input<typeof schema>): Promise<Operator> {
  const { token, password, repeated, ...account } = parse(schema, input);
  await findLink(hub.sql, 'setup', token);
  requirePassword({ password, repeated }, account);
  const hash = await hashPassword(hub, password);
  return hub.sql.begin(async (sql) => {
    // Two addresses may be used at once: the table itself is what they wait for.
    await sql`LOCK TABLE operators IN SHARE ROW EXCLUSIVE MODE`;
    await findLink(sql, 'setup', token);
    const [existing] = await sql`SELECT FROM operators LIMIT 1`;
    if (existing) throw new HubError('gone', 'This hub has an operator already: sign in.');
    const granted = { actor: 'system', detail: { mode: 'bootstrap' } };
    const operator = await insertOperator(sql, { ...account, roles: ['administrator'] }, granted);
    await setPassword(sql, operator.id, hash);
    await sql`UPDATE one_time_links SET used_at = clock_timestamp() WHERE kind = 'setup'`;
    await record(sql, {
      ...granted,
      action: 'set up',
      object: `operator:${operator.id}`,
      origin: 'link',
    });
    return operator;
  });
}
