import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { nameOf, type Version } from './version.ts';

type Looked = {
  operatorId: number;
  /** The one that is claimed to have been seen; the newest when left out. */
  previewId?: number | undefined;
  /** What the preview has to be of. */
  reasons: readonly ('publication' | 'correction' | 'withdrawal')[];
  since?: Date;
};

/**
 * The preview of this version, as it stands, that the operator saw; null when there is none and none was claimed.
 * @throws HubError invalid: the preview is someone else's, of an older revision or of something else
 */
export async function findSeenPreview(
  sql: Sql,
  version: Version,
  { operatorId, previewId, reasons, since = version.createdAt }: Looked,
): Promise<number | null> {
  const [seen] = await sql<{ id: number }[]>`
    SELECT id FROM previews
    WHERE version_id = ${version.id} AND revision = ${version.revision}
      AND operator_id = ${operatorId} AND reason = ANY(${[...reasons]}::reason[])
      AND at >= ${since} AND (${previewId ?? null}::int IS NULL OR id = ${previewId ?? null}::int)
    ORDER BY id DESC
    LIMIT 1`;
  if (seen) return seen.id;
  if (previewId === undefined) return null;
  throw lacking(
    `Preview ${previewId} is not yours of ${nameOf(version)} as it stands now: look at a new one.`,
  );
}

/** @throws HubError invalid when no preview was seen */
export async function requireSeenPreview(
  sql: Sql,
  version: Version,
  looked: Looked,
): Promise<number> {
  const seen = await findSeenPreview(sql, version, looked);
  if (seen !== null) return seen;
  throw lacking(`Look at the preview of who receives ${nameOf(version)} before you approve it.`);
}

function lacking(message: string): HubError {
  return new HubError('invalid', message, [{ path: 'previewId', message }]);
}
