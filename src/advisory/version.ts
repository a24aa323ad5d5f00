import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Change } from './change.ts';
import type { Content } from './content.ts';
import { formatOrdinal } from './ordinal.ts';
import type { Level } from './risk.ts';
import type { State } from './state.ts';
import type { Bilingual } from './text.ts';
import type { Tlp } from './tlp.ts';

/** One immutable issue of an advisory, with what stands beside it: its withdrawal. */
export type Version = {
  id: number;
  advisoryId: number;
  trackingId: string;
  ordinal: number;
  importedVersion: string | null;
  state: State;
  change: Change;
  correctsVersionId: number | null;
  tlp: Tlp;
  likelihood: Level;
  impact: Level;
  matrix: unknown;
  deviation: string | null;
  content: Content;
  /** Counts the edits of a draft: an approval holds for the revision that was seen. */
  revision: number;
  createdAt: Date;
  submittedAt: Date | null;
  approvedAt: Date | null;
  publishAt: Date | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  /** Why it was withdrawn; null as long as it was not. */
  withdrawalStatement?: Bilingual | null;
};

/** The columns of a `Version`, over `versions v JOIN advisories a LEFT JOIN withdrawals w`. */
export function selectVersions(sql: Sql) {
  return sql`
    SELECT v.*, a.tracking_id, w.withdrawn_at,
           CASE WHEN w.withdrawn_at IS NOT NULL THEN w.statement END AS withdrawal_statement
    FROM versions v
    JOIN advisories a ON a.id = v.advisory_id
    LEFT JOIN withdrawals w ON w.version_id = v.id`;
}

/** @throws HubError not_found */
export async function findVersion(sql: Sql, versionId: number): Promise<Version> {
  const [version] = await sql<Version[]>`${selectVersions(sql)} WHERE v.id = ${versionId}`;
  if (!version) throw new HubError('not_found', `There is no version with id ${versionId}.`);
  return version;
}

/**
 * A version that nobody else changes until the transaction ends, its advisory included. Read after the locks are
 * held: one statement would show what stood beside it (a withdrawal) from before the wait.
 * @throws HubError not_found
 */
export async function lockVersion(sql: Sql, versionId: number): Promise<Version> {
  await sql`
    SELECT FROM versions v JOIN advisories a ON a.id = v.advisory_id
    WHERE v.id = ${versionId}
    FOR NO KEY UPDATE OF a, v`;
  return findVersion(sql, versionId);
}

/** The version as people call it: `NCSC-2019-0979 [1.03]`. */
export function nameOf({ trackingId, ordinal }: Version): string {
  return `${trackingId} [${formatOrdinal(ordinal)}]`;
}
