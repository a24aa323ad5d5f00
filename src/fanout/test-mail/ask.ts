import { z } from 'zod';
import { languages } from '../../advisory/language.ts';
import { lockVersion } from '../../advisory/version.ts';
import { record } from '../../audit.ts';
import type { Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { requireRole } from '../../operator/operator.ts';
import { parse } from '../../parse.ts';

const input = z.strictObject({
  versionId: z.int().positive(),
  reason: z.enum(['publication', 'withdrawal']).default('publication'),
  position: z.int().min(0).max(1000),
  form: z.enum(['full', 'pointer']),
  owner: z.enum(['contact', 'public']),
  language: z.enum(languages),
  operatorId: z.int().positive(),
});

/** So many test mails may one operator ask for within so many minutes. */
export const mostTestMails = { count: 5, minutes: 10 };

/**
 * Asks for a message of a coming fan-out in one's own mailbox; a dispatcher with a relay sends it. Above AMBER+STRICT
 * only the pointer goes by mail, to the CSIRT's own people too. The promise is its id.
 * @throws HubError invalid | not_found | forbidden | too_many
 */
export async function askTestMail(hub: Hub, raw: z.input<typeof input>): Promise<number> {
  const wanted = parse(input, raw);
  const { versionId, operatorId } = wanted;
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['author', 'approver', 'duty officer']);
    const { tlp } = await lockVersion(sql, versionId);
    const form = tlp === 'RED' ? 'pointer' : wanted.form;
    await requireRoom(sql, operatorId);
    const [row] = await sql<[{ id: number }]>`
      INSERT INTO test_mails ${sql({ ...wanted, form })} RETURNING id`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'ask test mail',
      object: `version:${versionId}`,
      detail: { testMailId: row.id, form, owner: wanted.owner, language: wanted.language },
    });
    await sql`SELECT pg_notify('fanout', 'test mail')`;
    return row.id;
  });
}

async function requireRoom(sql: Sql, operatorId: number) {
  const { count, minutes } = mostTestMails;
  // One at a time per operator: two at once would each see the room for one.
  await sql`SELECT FROM operators WHERE id = ${operatorId} FOR NO KEY UPDATE`;
  const [asked] = await sql<[{ count: number }]>`
    SELECT count(*) FROM test_mails
    WHERE operator_id = ${operatorId} AND asked_at > clock_timestamp() - ${minutes} * interval '1 minute'`;
  if (asked.count < count) return;
  throw new HubError(
    'too_many',
    `You asked for ${count} test mails within ${minutes} minutes: wait a little.`,
  );
}
