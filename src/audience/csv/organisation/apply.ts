import type { Sql } from '../../../database/connect.ts';
import type { Says } from '../sheet.ts';

/** Carries out the plan for organisations, set by set. */
export async function applyOrganisations(sql: Sql, { defaults }: Says): Promise<void> {
  await sql`
    UPDATE organisations o SET removed_at = hub_now()
    FROM import_rows r WHERE r.action = 'removed' AND r.ref::int = o.id`;
  await lendNames(sql);
  await sql`
    UPDATE organisations o
    SET name = said->>'name', kind = (said->>'kind')::kind, sector = said->>'sector',
        language = (said->>'language')::language, tlp_ceiling = (said->>'tlpCeiling')::tlp,
        own_use_since = (said->>'ownUseSince')::date
    FROM (SELECT ref::int AS id, stored || wanted AS said FROM import_rows WHERE action = 'changed') r
    WHERE r.id = o.id`;
  await nameEveryone(sql);
  await sql`
    INSERT INTO organisations (id, name, kind, sector, parent_id, regulator_id, language, tlp_ceiling, own_use_since)
    OVERRIDING SYSTEM VALUE
    SELECT r.id, said->>'name', (said->>'kind')::kind, said->>'sector', p.id, g.id,
           (said->>'language')::language, (said->>'tlpCeiling')::tlp, (said->>'ownUseSince')::date
    FROM (SELECT ref::int AS id, ${sql.json(defaults as never)} || wanted AS said FROM import_rows WHERE action = 'added') r
    LEFT JOIN import_names p ON p.name = said->>'parent'
    LEFT JOIN import_names g ON g.name = said->>'regulator'
    ORDER BY r.id`;
  await placeBelow(sql, 'parent');
  await placeBelow(sql, 'regulator');
}

/** Names may change hands within a file, and are unique row by row: so whoever gets another lets go of its own first. */
async function lendNames(sql: Sql): Promise<void> {
  await sql`
    UPDATE organisations o SET name = 'renamed ' || gen_random_uuid()
    FROM import_rows r WHERE r.action = 'changed' AND r.changes ? 'name' AND r.ref::int = o.id`;
}

/** New ones get their numbers before their rows, because what stands above one may come later in the same file. */
async function nameEveryone(sql: Sql): Promise<void> {
  await sql`
    UPDATE import_rows r SET ref = n.id::text
    FROM (SELECT line, nextval(pg_get_serial_sequence('organisations', 'id')) AS id
          FROM (SELECT line FROM import_rows WHERE action = 'added' ORDER BY line) a) n
    WHERE n.line = r.line`;
  await sql`
    CREATE TEMP TABLE import_names ON COMMIT DROP AS
    SELECT name, id FROM organisations WHERE removed_at IS NULL
    UNION ALL
    SELECT wanted->>'name', ref::int FROM import_rows WHERE action = 'added'`;
}

async function placeBelow(sql: Sql, field: 'parent' | 'regulator'): Promise<void> {
  await sql`
    UPDATE organisations o SET ${sql(`${field}_id`)} = up.id
    FROM import_rows r LEFT JOIN import_names up ON up.name = r.wanted->>${field}
    WHERE r.action = 'changed' AND r.changes ? ${field} AND r.ref::int = o.id`;
}
