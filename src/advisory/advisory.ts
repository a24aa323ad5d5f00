import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { selectVersions, type Version } from './version.ts';

/** A series with one tracking id, the newest version first, drafts included: for operators' eyes. */
export type Advisory = { id: number; trackingId: string; createdAt: Date; versions: Version[] };

/**
 * The advisory with this id or tracking id.
 * @throws HubError not_found
 */
export async function findAdvisory(sql: Sql, key: number | string): Promise<Advisory> {
  const [advisory] = await sql<Omit<Advisory, 'versions'>[]>`
    SELECT * FROM advisories
    WHERE ${typeof key === 'number' ? sql`id = ${key}` : sql`tracking_id = ${key}`}`;
  if (!advisory) throw new HubError('not_found', `There is no advisory ${key}.`);
  const versions = await sql<Version[]>`
    ${selectVersions(sql)} WHERE v.advisory_id = ${advisory.id} ORDER BY v.ordinal DESC`;
  return { ...advisory, versions };
}

/** @throws HubError not_found */
export async function requireAdvisory(sql: Sql, advisoryId: number): Promise<void> {
  const found = await sql`SELECT FROM advisories WHERE id = ${advisoryId}`;
  if (found.length > 0) return;
  throw new HubError('not_found', `There is no advisory with id ${advisoryId}.`);
}
