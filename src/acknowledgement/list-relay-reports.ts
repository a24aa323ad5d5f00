import type { Sql } from '../database/connect.ts';
import type { ResponseStatus } from './choice.ts';

/** What a hub or CSIRT said of a version that it passed on. */
export type RelayReport = {
  id: number;
  versionId: number;
  organisationId: number;
  organisation: string;
  passedOnTo: number;
  counts: Partial<Record<ResponseStatus, number>> | null;
  at: Date;
};

type Wish = { versionId: number; before: number | null; limit: number };

/** The reports on a version, the last first: of each organisation the first one that comes stands. */
export function listRelayReports(sql: Sql, { versionId, before, limit }: Wish) {
  return sql<RelayReport[]>`
    SELECT r.*, o.name AS organisation
    FROM relay_reports r JOIN organisations o ON o.id = r.organisation_id
    WHERE r.version_id = ${versionId} AND (${before}::int IS NULL OR r.id < ${before}::int)
    ORDER BY r.id DESC LIMIT ${limit}`;
}
