import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { findOperator } from './operator.ts';

const schema = z.strictObject({
  sessionId: z.int().positive(),
  operatorId: z.int().positive(),
  /** `sign out`: the session that asks ends itself. */
  action: z.enum(['end session', 'sign out']).default('end session'),
});

/**
 * Ends a session: one's own, or, for an administrator, anybody's.
 * @throws HubError not_found, also for somebody else's
 */
export async function endSession(hub: Hub, input: z.input<typeof schema>): Promise<void> {
  const { sessionId, operatorId, action } = parse(schema, input);
  await hub.sql.begin(async (sql) => {
    const operator = await findOperator(sql, operatorId);
    const all = operator.roles.includes('administrator') && !operator.disabledAt;
    const [ended] = await sql<{ operatorId: number }[]>`
      DELETE FROM sessions WHERE id = ${sessionId} AND (${all} OR operator_id = ${operatorId})
      RETURNING operator_id`;
    if (!ended) throw new HubError('not_found', `You have no session with id ${sessionId}.`);
    await record(sql, {
      actor: `operator:${operatorId}`,
      action,
      object: `operator:${ended.operatorId}`,
      origin: 'console',
      detail: { session: sessionId },
    });
  });
}
