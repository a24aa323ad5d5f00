import type { Sql } from '../../database/connect.ts';
import type { Outcome } from './outcome.ts';

/** Counts what came in, by day and by what became of it: the words are ours, so nobody can make rows. */
export async function countMail(sql: Sql, { outcome, reason }: Outcome): Promise<void> {
  await sql`
    INSERT INTO inbound_mail_counts (day, outcome, reason, messages)
    VALUES (hub_now()::date, ${outcome}, ${reason ?? ''}, 1)
    ON CONFLICT (day, outcome, reason) DO UPDATE SET messages = inbound_mail_counts.messages + 1`;
}
