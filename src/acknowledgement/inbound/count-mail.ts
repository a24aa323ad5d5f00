import type { Sql } from '../../database/connect.ts';
import type { Outcome } from './outcome.ts';

/** So many of the newest that were dropped can be looked at; all are counted. */
const mostDropped = 500;

/**
 * Counts what came in, by day and by what became of it: the words are ours, so nobody can make rows. Of what was dropped
 * it keeps when, why and on which delivery, to be looked at; nothing of the mail itself.
 */
export async function countMail(
  sql: Sql,
  { outcome, reason }: Outcome,
  deliveryId: number | null,
): Promise<void> {
  await sql`
    INSERT INTO inbound_mail_counts (day, outcome, reason, messages)
    VALUES (hub_now()::date, ${outcome}, ${reason ?? ''}, 1)
    ON CONFLICT (day, outcome, reason) DO UPDATE SET messages = inbound_mail_counts.messages + 1`;
  if (outcome !== 'dropped') return;
  const [kept] = await sql<[{ id: number }]>`
    INSERT INTO dropped_mails (at, reason, delivery_id) VALUES (hub_now(), ${reason}, ${deliveryId}) RETURNING id`;
  await sql`DELETE FROM dropped_mails WHERE id <= ${kept.id - mostDropped}`;
}
