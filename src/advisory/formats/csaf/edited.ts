import type { Content } from '../../content.ts';
import type { Language } from '../../language.ts';
import type { CsafDocument } from './document.ts';
import { sortKeys } from './sort-keys.ts';

/** The document behind a version: what came in, and the content that was read from it then. */
export type Base = {
  document: CsafDocument;
  reading: Content;
  /** Published under our own namespace; another's only seeded the advisory. */
  isOwn: boolean;
};

export type Part = 'title' | 'summary' | 'description' | 'advice' | 'facts' | 'references';

const texts = ['title', 'summary', 'description', 'advice'] as const;
const facts = ['products', 'cves', 'cwes', 'cvss'] as const;

/**
 * Which parts of a version no longer say what was read from the document behind it; all of them where there is none.
 * The content is what a version says. The document's own words stand for a part exactly as long as nobody edited it,
 * so the two cannot contradict each other.
 */
export function listEdited(content: Content, base: Base | null, language: Language): Set<Part> {
  if (!base) return new Set<Part>([...texts, 'facts', 'references']);
  const { reading } = base;
  const differ = (a: unknown, b: unknown) =>
    JSON.stringify(sortKeys(a)) !== JSON.stringify(sortKeys(b));
  const edited = new Set<Part>(
    texts.filter((field) => content.texts[language][field] !== reading.texts[language][field]),
  );
  if (facts.some((field) => differ(content[field], reading[field]))) edited.add('facts');
  if (differ(content.references, reading.references)) edited.add('references');
  return edited;
}
