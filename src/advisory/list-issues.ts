import type { Sql } from '../database/connect.ts';
import type { Tracking } from './formats/csaf/document.ts';
import type { Issue } from './formats/csaf/write-tracking.ts';
import { selectVersions, type Version } from './version.ts';

/**
 * The versions of an advisory as CSAF counts them, in order: those published, and of the others the one asked for.
 * A document of our own brings its tracking; one that only seeded the advisory does not.
 */
export async function listIssues(
  sql: Sql,
  { advisoryId, upTo }: { advisoryId: number; upTo?: number },
): Promise<Issue[]> {
  const rows = await sql<(Version & { tracking: Tracking | null })[]>`
    SELECT s.*,
           CASE WHEN s.imported_version IS NOT NULL THEN d.tracking END AS tracking
    FROM (${selectVersions(sql)} WHERE v.advisory_id = ${advisoryId}) s
    LEFT JOIN imported_documents d ON d.version_id = s.id
    WHERE (s.state = 'published' AND s.ordinal <= ${upTo ?? null}) OR s.ordinal = ${upTo ?? null}
       OR (s.state = 'published' AND ${upTo ?? null}::int IS NULL)
    ORDER BY s.ordinal`;
  return rows.map(({ tracking, ...version }) => ({ version, tracking }));
}
