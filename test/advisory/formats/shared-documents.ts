import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CsafDocument } from '../../../src/advisory/formats/csaf/document.ts';

const folder = join('..', 'shared', 'data', 'csaf');

/** Real documents that lie beside a checkout in CI; a fresh clone has none, and its tests say so. */
export const hasDocuments = existsSync(folder);
if (!hasDocuments && process.env.CI) {
  throw new Error(`CI checks the import of real documents, and ${folder} is not there.`);
}

export type SharedDocument = { name: string; bytes: Buffer; document: CsafDocument };

/** The documents of one kind; `versions` are one advisory's, in the order of their publication. */
export function listDocuments(kind: 'valid' | 'versions' | 'invalid'): SharedDocument[] {
  if (!hasDocuments) return [];
  const names = readdirSync(join(folder, kind)).toSorted();
  const documents = names.map((name) => {
    const bytes = readFileSync(join(folder, kind, name));
    return { name, bytes, document: JSON.parse(bytes.toString('utf8')) };
  });
  return kind === 'versions' ? documents.toSorted(byVersion) : documents;
}

/** An interim document comes before the final one of the same number. */
function byVersion({ document: a }: SharedDocument, { document: b }: SharedDocument): number {
  const order = Number(a.document.tracking.version) - Number(b.document.tracking.version);
  return (
    order ||
    Number(a.document.tracking.status === 'final') - Number(b.document.tracking.status === 'final')
  );
}
