import type { Language } from '../../language.ts';
import { formatRisk } from '../../risk.ts';
import type { Tlp } from '../../tlp.ts';
import { canonicalUrl, fileName } from './canonical-url.ts';
import type { CsafDocument, Meta, Note, Reference } from './document.ts';
import { type Base, listEdited, type Part } from './edited.ts';
import { labelOf } from './label.ts';
import { languageOf } from './language-of.ts';
import { sortKeys } from './sort-keys.ts';
import type { Weakness } from './weakness.ts';
import { writeNotes } from './write-notes.ts';
import { writeProducts } from './write-products.ts';
import { type Issue, writeTracking } from './write-tracking.ts';
import { writeVulnerabilities } from './write-vulnerabilities.ts';

/** Everything that a document is derived from. */
export type Source = {
  /** The published versions up to the one that is written, in order; that one is the last. */
  issues: Issue[];
  /** The document behind it, where its readers may see that. */
  base: Base | null;
  /** One document, one language. */
  language: Language;
  publisher: { name: string; namespace: string };
  publicUrl: string;
  /** Of the content's CWEs, those that the catalogue knows. */
  weaknesses: Map<string, Weakness>;
};

/** CSAF 2.0 has words for these alone. */
export type CsafTlp = Exclude<Tlp, 'AMBER+STRICT'>;

/**
 * Writes a version as a CSAF 2.0 document. The content decides; the document behind it lends its own words to every
 * part that was not edited since (`edited.ts`), and what the content has no field for.
 */
export function writeCsaf(source: Source): CsafDocument {
  const { issues, base, language, publisher } = source;
  const { version } = issues.at(-1) as Issue;
  const { content } = version;
  const edited = listEdited(content, base, language);
  // A document in another language lends its facts, not its words.
  if (base && languageOf(base.document).language !== language) addTexts(edited);
  const products =
    edited.has('facts') && content.products.length > 0
      ? writeProducts(content.products, publisher.namespace)
      : null;
  const status = edited.has('facts') ? (products?.status ?? {}) : null;
  const before = base?.document.vulnerabilities ?? [];
  const { weaknesses } = source;
  const vulnerabilities = writeVulnerabilities({
    content,
    language,
    edited,
    before,
    status,
    weaknesses,
  });
  const tree = edited.has('facts') ? products?.tree : base?.document.product_tree;
  const document: CsafDocument = {
    document: writeMeta(source, edited),
    ...(tree && { product_tree: tree }),
    ...(vulnerabilities.length > 0 && { vulnerabilities }),
  };
  if (edited.has('facts')) document.document.category = categoryOf(document);
  return sortKeys(withCanonicalUrl(document, source.publicUrl));
}

function addTexts(edited: Set<Part>): void {
  for (const part of ['title', 'summary', 'description', 'advice'] as const) edited.add(part);
}

function writeMeta(source: Source, edited: Set<Part>): Meta {
  const { issues, base, language, publisher } = source;
  const { version } = issues.at(-1) as Issue;
  const old = base?.document.document;
  const isOwn = base?.isOwn === true;
  const tracking = writeTracking(issues, language);
  const notes = writeNotes({ version, language, edited, notes: old?.notes ?? [] });
  const isSpoken = base && languageOf(base.document).language === language;
  const risk = { namespace: publisher.namespace, text: formatRisk(version) };
  return {
    ...old,
    category: old?.category ?? 'csaf_base',
    csaf_version: '2.0',
    lang: (isSpoken && old?.lang) || language,
    title: titleOf(source, edited),
    aggregate_severity: isOwn ? old?.aggregate_severity : risk,
    distribution: writeDistribution(version.tlp as CsafTlp, old),
    publisher: isOwn && old ? old.publisher : { category: 'coordinator', ...publisher },
    notes: only<Note>(notes),
    references: only<Reference>(writeReferences(source, edited)),
    tracking: {
      ...tracking,
      generator: { date: tracking.current_release_date, engine: { name: 'Semafoor' } },
    },
  };
}

function titleOf({ issues, base, language }: Source, edited: Set<Part>): string {
  const { version } = issues.at(-1) as Issue;
  if (base && !edited.has('title')) return base.document.document.title;
  return version.content.texts[language].title || version.trackingId;
}

function writeDistribution(tlp: CsafTlp, old: Meta | undefined): Meta['distribution'] {
  const tlpBefore = old ? old.distribution?.tlp : { url: 'https://www.first.org/tlp/' };
  return { ...old?.distribution, tlp: { ...tlpBefore, label: labelOf[tlp] } };
}

/** Where another's document stands is no address of ours: what it called itself, the content names as its origin. */
function writeReferences({ issues, base }: Source, edited: Set<Part>): Reference[] {
  const { content } = (issues.at(-1) as Issue).version;
  const old = base?.document.document.references ?? [];
  if (base?.isOwn && !edited.has('references')) return old;
  const selves = base?.isOwn ? old.filter(({ category }) => category === 'self') : [];
  const kept = old.filter(({ category, url }) => category !== 'self' && !/^https?:/i.test(url));
  const named = content.references.map(({ url, title }) => ({
    category: 'external' as const,
    summary: title,
    url,
  }));
  return [...selves, ...kept, ...named];
}

/** The profile that a document written from content fulfils (CSAF 2.0 §4). */
function categoryOf({ product_tree, vulnerabilities }: CsafDocument): string {
  return product_tree && vulnerabilities ? 'csaf_security_advisory' : 'csaf_base';
}

/** CSAF 2.0 §6.2.11: a document says where it is served. */
function withCanonicalUrl(document: CsafDocument, publicUrl: string): CsafDocument {
  const { references = [], tracking } = document.document;
  const url = canonicalUrl(document, publicUrl);
  const isCanonical = (self: string) =>
    self === url || (self.startsWith('https:') && self.endsWith(fileName(tracking.id)));
  if (references.some((each) => each.category === 'self' && isCanonical(each.url))) return document;
  const self = { category: 'self' as const, summary: `${tracking.id} (CSAF)`, url };
  return { ...document, document: { ...document.document, references: [...references, self] } };
}

function only<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
