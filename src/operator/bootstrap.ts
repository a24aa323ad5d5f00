import type { Sql } from '../database/connect.ts';

/**
 * Whether the hub is still being set up: fewer than two administrators have ever existed. The audit trail is asked,
 * for it remembers administrators who are none any more; so the mode never returns. Serialises changes of roles.
 */
export async function isBootstrap(sql: Sql): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('operators: roles'))`;
  const [ever] = await sql<[{ administrators: number }]>`
    SELECT count(DISTINCT object)::int AS administrators
    FROM audit_entries
    WHERE object = ANY(SELECT 'operator:' || id FROM operators)
      AND action IN ('create', 'change roles') AND detail->'roles' ? 'administrator'`;
  return ever.administrators < 2;
}
