import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { type Answering, findAnswering } from './answering.ts';
import { choices } from './choice.ts';
import { answererOf } from './insert-answers.ts';
import { lockRollUps } from './lock-roll-ups.ts';
import { rollUpAnswers } from './roll-up-answers.ts';

const input = z.strictObject({
  deliveryId: z.int().positive(),
  /** The same choice again: whoever pressed a button without reading does not know it. */
  choice: z.enum(choices),
  /** The duty officer who asked the contact; without it the contact confirms through the link. */
  operatorId: z.int().positive().optional(),
});

/**
 * Lets an answer count that looked automatic, because a person chose the same again. The promise is the rows that
 * count from now on: none when they did already.
 * @throws HubError not_found, `invalid` when something else was chosen, `forbidden` when the operator may not
 */
export async function confirm(hub: Hub, raw: z.input<typeof input>): Promise<Acknowledgement[]> {
  const { deliveryId, choice, operatorId } = parse(input, raw);
  return hub.sql.begin(async (sql) => {
    if (operatorId !== undefined) await requireRole(sql, operatorId, ['duty officer']);
    const answering = await findAnswering(sql, { deliveryId });
    await lockRollUps(sql, [answering]);
    const pending = await listPending(sql, answering);
    const same = pending.filter((answer) => answer.choice === choice);
    if (pending.length > 0 && same.length === 0)
      throw new HubError('invalid', 'The answer that waits says something else.', [
        { path: 'choice', message: 'Choose the same answer again, or give a new one.' },
      ]);
    if (same.length === 0) return [];
    return letCount(sql, answering, { pending: same, operatorId });
  });
}

/** Per organisation the last answer of this link, where nobody has confirmed it yet. */
function listPending(sql: Sql, { deliveryId, organisationIds }: Answering) {
  return sql<Acknowledgement[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (organisation_id) * FROM acknowledgements
      WHERE delivery_id = ${deliveryId} AND organisation_id = ANY(${organisationIds}::int[])
      ORDER BY organisation_id, id DESC
    ) last WHERE suspicion IS NOT NULL AND confirmed_at IS NULL`;
}

type Same = { pending: Acknowledgement[]; operatorId: number | undefined };

async function letCount(sql: Sql, answering: Answering, { pending, operatorId }: Same) {
  const confirmed = await sql<Acknowledgement[]>`
    UPDATE acknowledgements SET confirmed_at = hub_now()
    WHERE id = ANY(${pending.map((answer) => answer.id)}::int[]) RETURNING *`;
  await rollUpAnswers(sql, [answering]);
  await record(sql, {
    actor: operatorId === undefined ? answererOf(answering) : `operator:${operatorId}`,
    action: 'confirm',
    object: `version:${answering.versionId}`,
    origin: operatorId === undefined ? 'link' : 'phone',
    detail: {
      organisations: confirmed.map((answer) => answer.organisationId),
      delivery: answering.deliveryId,
    },
  });
  return [...confirmed];
}
