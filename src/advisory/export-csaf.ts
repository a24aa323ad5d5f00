import { z } from 'zod';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import type { CsafDocument } from './formats/csaf/document.ts';
import type { Base } from './formats/csaf/edited.ts';
import { tlpOfDocument } from './formats/csaf/label.ts';
import { languageOf } from './formats/csaf/language-of.ts';
import { findWeaknesses } from './formats/csaf/weakness.ts';
import { writeCsaf } from './formats/csaf/write-csaf.ts';
import { languages } from './language.ts';
import { listIssues } from './list-issues.ts';
import { isWithin } from './tlp.ts';
import { findVersion, nameOf, type Version } from './version.ts';

const schema = z.strictObject({
  versionId: z.int().positive(),
  /** Without it the language of the document behind the version, else English. */
  language: z.enum(languages).optional(),
});

/**
 * A version as a CSAF 2.0 document, whole: for whom it may be, the caller decides by its TLP.
 * @throws HubError forbidden: AMBER+STRICT, which CSAF 2.0 cannot say | not_found
 */
export async function exportCsaf(hub: Hub, input: z.input<typeof schema>): Promise<CsafDocument> {
  const { versionId, language } = parse(schema, input);
  const version = await findVersion(hub.sql, versionId);
  if (version.tlp === 'AMBER+STRICT') {
    const message = `${nameOf(version)} is TLP:AMBER+STRICT, which CSAF 2.0 has no word for: it is never written as CSAF 2.0.`;
    throw new HubError('forbidden', message);
  }
  const { advisoryId, ordinal, content } = version;
  const base = await findBase(hub.sql, version);
  const { csirtName: name, csafPublisherNamespace: namespace, publicUrl } = hub.config;
  return writeCsaf({
    issues: await listIssues(hub.sql, { advisoryId, upTo: ordinal }),
    base,
    language: language ?? (base ? languageOf(base.document).language : 'en'),
    publisher: { name, namespace },
    publicUrl,
    weaknesses: await findWeaknesses(content.cwes),
  });
}

/**
 * The newest document that this version or one before it was imported from. A version with a wider label does not
 * draw on it: what the document holds beyond the content, nobody looked at for that circle.
 */
async function findBase(sql: Sql, { advisoryId, ordinal, tlp }: Version): Promise<Base | null> {
  const [base] = await sql<Base[]>`
    SELECT d.document, d.reading, v.imported_version IS NOT NULL AS is_own
    FROM imported_documents d JOIN versions v ON v.id = d.version_id
    WHERE v.advisory_id = ${advisoryId} AND v.ordinal <= ${ordinal}
    ORDER BY v.ordinal DESC
    LIMIT 1`;
  return base && isWithin(tlpOfDocument(base.document).tlp, tlp) ? base : null;
}
