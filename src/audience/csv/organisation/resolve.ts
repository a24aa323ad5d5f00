import type { Sql } from '../../../database/connect.ts';
import type { Says } from '../sheet.ts';
import { findCycles } from './cycle.ts';

/** Finds the organisations that the rows mean, and what cannot be: unknown ids, names twice, parents that are not there. */
export async function resolveOrganisations(sql: Sql, { fields }: Says): Promise<void> {
  await sql`
    UPDATE import_rows r SET ref = o.id::text FROM organisations o
    WHERE o.id = r.given_id AND o.removed_at IS NULL`;
  await sql`
    UPDATE import_rows r SET ref = o.id::text FROM organisations o
    WHERE r.given_id IS NULL AND o.name = r.wanted->>'name' AND o.removed_at IS NULL`;
  await sql`
    INSERT INTO import_findings
    SELECT line, 'id', format('There is no organisation with id %s.', given_id)
    FROM import_rows WHERE given_id IS NOT NULL AND ref IS NULL AND NOT bad`;
  await refuseDoubles(sql);
  await refuseTakenNames(sql);
  for (const field of ['parent', 'regulator'])
    if (fields.includes(field)) await refuseUnknown(sql, field);
  if (fields.includes('parent')) await refuseCycles(sql);
  if (fields.includes('regulator')) await refuseOthersThanRegulators(sql);
}

async function refuseDoubles(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT line, 'name', format('This organisation stands in line %s too.', first)
    FROM (SELECT line, bad, min(line) OVER (PARTITION BY wanted->>'name') AS first FROM import_rows) r
    WHERE line > first AND NOT bad`;
  await sql`
    INSERT INTO import_findings
    SELECT line, 'id', format('This organisation stands in line %s too.', first)
    FROM (SELECT line, bad, wanted->>'name' AS name, min(line) OVER (PARTITION BY ref) AS first,
                 first_value(wanted->>'name') OVER (PARTITION BY ref ORDER BY line) AS first_name
          FROM import_rows WHERE ref IS NOT NULL) r
    WHERE line > first AND name <> first_name AND NOT bad`;
}

/** By an organisation that keeps the name: one that the file renames or that was removed by it may lend it. */
async function refuseTakenNames(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT r.line, 'name',
           CASE WHEN o.removed_at IS NULL THEN format('Organisation %s has this name already.', o.id)
                ELSE 'An organisation that was removed has this name: restore that one, or choose another.' END
    FROM import_rows r
    JOIN organisations o ON o.name = r.wanted->>'name' AND o.id::text IS DISTINCT FROM r.ref
    LEFT JOIN import_rows other ON other.ref = o.id::text AND NOT other.remove
    WHERE NOT r.bad AND (other.line IS NULL OR other.wanted->>'name' = o.name)`;
}

/** After the import nobody of that name is there. A bad row counts: it is reported by itself. */
async function refuseUnknown(sql: Sql, field: string): Promise<void> {
  await sql`
    WITH known AS (
      SELECT wanted->>'name' AS name FROM import_rows WHERE NOT remove
      UNION
      SELECT o.name FROM organisations o
      WHERE o.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM import_rows r WHERE r.ref = o.id::text)
    )
    INSERT INTO import_findings
    SELECT line, ${field}, format('There is no organisation called "%s", in this file or before it.', left(wanted->>${field}, 60))
    FROM import_rows r
    WHERE wanted->>${field} IS NOT NULL AND NOT bad AND NOT remove
      AND NOT EXISTS (SELECT 1 FROM known WHERE known.name = r.wanted->>${field})`;
}

async function refuseOthersThanRegulators(sql: Sql): Promise<void> {
  await sql`
    WITH kind_after AS (
      SELECT coalesce(r.wanted->>'name', o.name) AS name, coalesce(r.wanted->>'kind', o.kind::text) AS kind
      FROM (SELECT * FROM organisations WHERE removed_at IS NULL) o
      FULL JOIN (SELECT * FROM import_rows WHERE NOT remove AND NOT bad) r ON r.ref = o.id::text
    )
    INSERT INTO import_findings
    SELECT r.line, 'regulator', format('"%s" is no regulator.', left(k.name, 60))
    FROM import_rows r JOIN kind_after k ON k.name = r.wanted->>'regulator'
    WHERE k.kind <> 'regulator' AND NOT r.bad AND NOT r.remove`;
}

type Edge = { name: string; line: number | null; above: string | null };

async function refuseCycles(sql: Sql): Promise<void> {
  const edges = await sql<Edge[]>`
    WITH after AS (
      SELECT coalesce(r.wanted->>'name', o.name) AS name, o.id, r.line,
             coalesce(r.wanted ? 'parent', false) AS says, r.wanted->>'parent' AS above, o.parent_id AS above_id
      FROM (SELECT * FROM organisations WHERE removed_at IS NULL) o
      FULL JOIN (SELECT * FROM import_rows WHERE NOT remove AND NOT bad) r ON r.ref = o.id::text
    )
    SELECT a.name, a.line, CASE WHEN a.says THEN a.above ELSE up.name END AS above
    FROM after a LEFT JOIN after up ON up.id = a.above_id
    WHERE CASE WHEN a.says THEN a.above ELSE up.name END IS NOT NULL`;
  const lines = new Map(edges.map(({ name, line }) => [name, line ?? Number.POSITIVE_INFINITY]));
  const lineOf = (name: string) => lines.get(name) ?? Number.POSITIVE_INFINITY;
  const found = findCycles(new Map(edges.map(({ name, above }) => [name, above as string])))
    .map((cycle) => {
      const line = cycle.map(lineOf).reduce((least, line) => Math.min(least, line));
      const first = cycle.findIndex((name) => lineOf(name) === line);
      const round = [...cycle.slice(first), ...cycle.slice(0, first)];
      const shown = [...round.slice(0, 5), ...(round.length > 5 ? ['…'] : [])].join(' → ');
      return { line, message: `Up from here comes back here: ${shown}.` };
    })
    .filter(({ line }) => Number.isFinite(line));
  await sql`
    INSERT INTO import_findings
    SELECT line, 'parent', message FROM jsonb_to_recordset(${sql.json(found)}) AS f(line int, message text)`;
}
