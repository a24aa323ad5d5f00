import type { Sql } from '../../src/database/connect.ts';

/** People by the thousand, straight into their rows: these tests are about what happens to their mail. */

/** Adds confirmed subscribers of the public: `reader1@example.nl`, `reader2@example.nl`, … */
export async function addReaders(sql: Sql, count: number): Promise<void> {
  await sql`
    WITH one AS (
      INSERT INTO subscriptions (language, created_at, confirmed_at)
      SELECT CASE WHEN n % 4 = 0 THEN 'en' ELSE 'nl' END::language, hub_now(), hub_now()
      FROM generate_series(1, ${count}) AS n
      RETURNING id
    )
    INSERT INTO addresses (subscription_id, channel, target, lane, verified_at)
    SELECT id, 'email', 'reader' || id || '@example.nl', 'email', hub_now() FROM one`;
}

/**
 * Adds vital providers with one contact each. Its addresses are `provider1.0@example.nl`, `provider1.1@example.nl`, …,
 * the preferred one first.
 */
export async function addProviders(
  sql: Sql,
  count: number,
  { addressesEach = 1 }: { addressesEach?: number } = {},
): Promise<void> {
  await sql`
    WITH organisation AS (
      INSERT INTO organisations (name, kind)
      SELECT 'provider ' || n, 'vital provider' FROM generate_series(1, ${count}) AS n
      RETURNING id
    ), contact AS (
      INSERT INTO contacts (name) SELECT 'contact ' || n FROM generate_series(1, ${count}) AS n RETURNING id
    ), duty AS (
      INSERT INTO contact_organisations (contact_id, organisation_id, role, phone_order)
      SELECT c.id, o.id, 'CISO', 1
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM contact) c
      JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM organisation) o USING (n)
    )
    INSERT INTO addresses (contact_id, channel, target, lane, preference, verified_at)
    SELECT c.id, 'email', 'provider' || c.n || '.' || p || '@example.nl', 'email', p, hub_now()
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM contact) c
    CROSS JOIN generate_series(0, ${addressesEach - 1}) AS p`;
}
