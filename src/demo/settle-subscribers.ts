import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import type { InventedSubscriber } from './country/invented.ts';

/**
 * Enters the public at once, as a list that comes over from an older mailing system: they had opted in there. One by
 * one, two thousand subscriptions would be a third of the time in which the demo gets ready.
 */
export async function settleSubscribers(hub: Hub, readers: InventedSubscriber[]): Promise<void> {
  const targets = readers.map(({ target }) => target);
  const languages = readers.map(({ language }) => language);
  const urgentOnly = readers.map((each) => String(each.urgentOnly));
  await hub.sql.begin(async (sql) => {
    await sql`
      WITH given AS (
        SELECT * FROM unnest(${targets}::text[], ${languages}::text[], ${urgentOnly}::text[])
          WITH ORDINALITY AS g (target, language, urgent_only, n)
      ), subscribed AS (
        INSERT INTO subscriptions (language, urgent_only, created_at, confirmed_at)
        SELECT language::language, urgent_only::boolean, hub_now(), hub_now() FROM given ORDER BY n
        RETURNING id
      )
      INSERT INTO addresses (subscription_id, channel, target, lane, verified_at)
      SELECT s.id, 'email', g.target, 'email', hub_now()
      FROM given g JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM subscribed) s USING (n)`;
    const detail = { subscriptions: readers.length };
    await record(sql, { actor: 'system', action: 'import', object: 'subscriptions', detail });
  });
}
