import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { type Finding, HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { beginDraft, draftSchema } from './begin-draft.ts';
import { assumeRisk } from './formats/csaf/assume-risk.ts';
import type { CsafDocument, Label } from './formats/csaf/document.ts';
import { tlpOfDocument } from './formats/csaf/label.ts';
import { addOrigin } from './formats/csaf/origin.ts';
import { type Reading, readContent } from './formats/csaf/read-content.ts';
import { readCsaf } from './formats/csaf/read-csaf.ts';
import { adviseOnImport } from './import-advice.ts';
import {
  digestOf,
  keepDocument,
  listEarlierImports,
  normalNamespace,
} from './imported-document.ts';
import { listIssues } from './list-issues.ts';
import { requireFitName, requireNewDocument, requireNextNumber } from './require-importable.ts';
import type { Version } from './version.ts';

const schema = z.strictObject({
  /** The file as it came. */
  document: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Give the file itself.'),
  /** What its sender takes its label to be, where the sender says; another one is a mistake of somebody's. */
  label: z.enum(['WHITE', 'GREEN', 'AMBER', 'RED']).optional(),
  operatorId: z.int().positive(),
});

/** The draft that a document became, and what its author should look at. */
export type Imported = { version: Version; document: CsafDocument; advice: Finding[] };

/**
 * Imports a CSAF 2.0 document as a draft. One of our own is the next version of the advisory with its tracking id, or
 * begins that; anyone else's begins a new advisory of ours, with a reference to it. Whoever imports is an author.
 * @throws HubError invalid, with every finding | too_large | forbidden | not_implemented
 * @throws HubError conflict: imported before, out of order, or another version is on its way
 */
export async function importCsaf(hub: Hub, input: z.input<typeof schema>): Promise<Imported> {
  const { document: bytes, label, operatorId } = parse(schema, input);
  // Asked again with the draft; here it keeps strangers from a minute of checking.
  const { language } = await requireRole(hub.sql, operatorId, ['author']);
  const { document, advice } = await readCsaf(bytes);
  if (label) requireLabel(document, label);
  const reading = readContent(document);
  return hub.sql.begin(async (sql) => {
    const place = await findPlace(sql, hub, document);
    const version = await beginDraft(sql, hub, {
      ...parse(draftSchema, { ...draftOf(document, reading, place), operatorId }),
      act: 'imported',
    });
    await keepDocument(sql, version.id, { document, reading: reading.content });
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'import',
      object: `version:${version.id}`,
      detail: { digest: digestOf(document), bytes: bytes.byteLength, isOwn: place.isOwn },
    });
    const { before } = place;
    const problems = adviseOnImport({ document, reading, version, before });
    const own = problems.map(({ path, message }) => ({ path, message: message[language] }));
    return { version, document, advice: [...own, ...advice] };
  });
}

/** @throws HubError invalid */
function requireLabel(document: CsafDocument, label: Label): void {
  const own = document.document.distribution?.tlp?.label;
  if (own === label) return;
  const message = `The document itself says ${own ? `TLP:${own}` : 'no label'}: correct either.`;
  throw new HubError('invalid', 'Correct tlp.', [{ path: 'tlp', message }]);
}

/** Where a document goes: into the advisory that has its tracking id, after `before`, or into a new one. */
type Place = { isOwn: boolean; advisoryId?: number; before: Version | null };

async function findPlace(sql: Sql, hub: Hub, document: CsafDocument): Promise<Place> {
  const { publisher, tracking } = document.document;
  const ours = normalNamespace(hub.config.csafPublisherNamespace);
  const isOwn = normalNamespace(publisher.namespace) === ours;
  requireFitName(document, isOwn);
  requireNewDocument(document, await listEarlierImports(sql, document));
  if (!isOwn) return { isOwn, before: null };
  const [advisory] = await sql<{ id: number }[]>`
    SELECT id FROM advisories WHERE tracking_id = ${tracking.id} FOR NO KEY UPDATE`;
  if (!advisory) return { isOwn, before: null };
  const issues = await listIssues(sql, { advisoryId: advisory.id });
  requireNextNumber(document, issues);
  return { isOwn, advisoryId: advisory.id, before: issues.at(-1)?.version ?? null };
}

function draftOf(document: CsafDocument, { content }: Reading, place: Place) {
  const { id: trackingId, version: importedVersion } = document.document.tracking;
  const { tlp } = tlpOfDocument(document);
  const { isOwn, advisoryId, before } = place;
  const risk = before ? riskOf(before) : assumeRisk(document);
  const change = before ? ('content' as const) : ('first' as const);
  if (!isOwn) return { content: addOrigin(content, document), tlp, change, ...risk };
  const where = advisoryId === undefined ? { trackingId } : { advisoryId };
  return { content, tlp, change, ...risk, ...where, importedVersion };
}

/** What was scored stands until somebody scores it anew. */
function riskOf({ likelihood, impact, matrix, deviation }: Version) {
  return { likelihood, impact, matrix, deviation };
}
