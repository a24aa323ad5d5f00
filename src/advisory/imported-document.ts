import { createHash } from 'node:crypto';
import type { Sql } from '../database/connect.ts';
import type { Content } from './content.ts';
import type { CsafDocument, Tracking } from './formats/csaf/document.ts';
import { sortKeys } from './formats/csaf/sort-keys.ts';

/** A document that came in before: what it called itself, and what it became. */
export type EarlierImport = {
  trackingVersion: string;
  trackingStatus: Tracking['status'];
  digest: string;
  /** Of the version that it became. */
  advisoryTrackingId: string;
  ordinal: number;
};

/** Says of two documents whether they are the same but for layout. */
export function digestOf(document: CsafDocument): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(document)))
    .digest('hex');
}

/** A publisher's namespace as it is compared: a slash at the end and the case of the host do not count. */
export function normalNamespace(namespace: string): string {
  const text = URL.canParse(namespace) ? new URL(namespace).href : namespace;
  return text.replace(/\/+$/, '');
}

/** Keeps a document beside the version that it became, with the content that was read from it. */
export async function keepDocument(
  sql: Sql,
  versionId: number,
  { document, reading }: { document: CsafDocument; reading: Content },
): Promise<void> {
  const { publisher, tracking } = document.document;
  await sql`
    INSERT INTO imported_documents (version_id, namespace, tracking_id, tracking_version,
                                    tracking_status, tracking, digest, document, reading)
    VALUES (${versionId}, ${normalNamespace(publisher.namespace)}, ${tracking.id},
            ${tracking.version}, ${tracking.status}, ${JSON.stringify(tracking)}::text::json,
            ${digestOf(document)},
            ${JSON.stringify(document)}::text::json, ${sql.json(reading)})`;
}

/**
 * What came in under the same publisher and tracking id, the newest first. Nobody else imports one of them until the
 * transaction ends.
 */
export async function listEarlierImports(
  sql: Sql,
  { document: { publisher, tracking } }: CsafDocument,
): Promise<EarlierImport[]> {
  const namespace = normalNamespace(publisher.namespace);
  await sql`SELECT pg_advisory_xact_lock(hashtext('imports'), hashtext(${`${namespace} ${tracking.id}`}))`;
  return sql<EarlierImport[]>`
    SELECT d.tracking_version, d.tracking_status, d.digest, v.ordinal,
           a.tracking_id AS advisory_tracking_id
    FROM imported_documents d
    JOIN versions v ON v.id = d.version_id
    JOIN advisories a ON a.id = v.advisory_id
    WHERE d.namespace = ${namespace} AND d.tracking_id = ${tracking.id}
    ORDER BY d.version_id DESC`;
}
