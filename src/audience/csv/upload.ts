import type { Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import type { CsvKind } from './kind.ts';
import type { Counts } from './outcome.ts';

/** A file that was uploaded for a preview and waits to be applied; gone after a day, or five uploads later. */
export type Upload = { id: number; kind: CsvKind; digest: string; content: Uint8Array };

type Kept = { operatorId: number; kind: CsvKind; digest: string; counts: Counts };

/** Keeps the bytes of a preview for who saw it; the promise is the import's id. */
export async function keepUpload(sql: Sql, kept: Kept, csv: Uint8Array | string): Promise<number> {
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO imports (operator_id, kind, content, digest, counts, created_at)
    VALUES (${kept.operatorId}, ${kept.kind}, ${Buffer.from(csv as string)}, ${kept.digest}, ${sql.json(kept.counts)}, hub_now())
    RETURNING id`;
  await sql`
    DELETE FROM imports
    WHERE applied_at IS NULL
      AND (created_at < hub_now() - interval '1 day'
           OR id IN (SELECT id FROM imports WHERE operator_id = ${kept.operatorId} AND applied_at IS NULL
                     ORDER BY id DESC OFFSET 5))`;
  return row.id;
}

/**
 * The upload of this operator, locked so that it is applied once.
 * @throws HubError gone: never there, or too long ago; conflict: applied before
 */
export async function takeUpload(
  sql: Sql,
  { importId, operatorId }: { importId: number; operatorId: number },
): Promise<Upload> {
  const [upload] = await sql<(Upload & { appliedAt: Date | null })[]>`
    SELECT id, kind, digest, content, applied_at FROM imports
    WHERE id = ${importId} AND operator_id = ${operatorId}
      AND (applied_at IS NOT NULL OR created_at >= hub_now() - interval '1 day')
    FOR UPDATE`;
  if (!upload) throw new HubError('gone', 'This upload is no longer here: upload the file again.');
  if (upload.appliedAt) throw new HubError('conflict', 'This file was imported before.');
  return upload;
}

/** Notes that the file was applied, and lets go of its content. */
export async function noteApplied(sql: Sql, importId: number): Promise<void> {
  await sql`UPDATE imports SET applied_at = hub_now(), content = NULL WHERE id = ${importId}`;
}
