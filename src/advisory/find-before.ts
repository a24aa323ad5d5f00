import type { Sql } from '../database/connect.ts';
import { selectVersions, type Version } from './version.ts';

/** The version that this one follows; null for a first one. */
export async function findBefore(sql: Sql, version: Version): Promise<Version | null> {
  const [before] = await sql<Version[]>`
    ${selectVersions(sql)}
    WHERE v.advisory_id = ${version.advisoryId} AND v.ordinal = ${version.ordinal - 1}`;
  return before ?? null;
}
