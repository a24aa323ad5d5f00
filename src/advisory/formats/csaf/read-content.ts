import { type Content, contentBounds, contentLimit, contentSchema, sizeOf } from '../../content.ts';
import type { Language } from '../../language.ts';
import type { Problem } from '../../rule/rule.ts';
import type { Bilingual } from '../../text.ts';
import type { CsafDocument, Reference } from './document.ts';
import { fitLine } from './fit.ts';
import { languageOf } from './language-of.ts';
import { readProducts } from './read-products.ts';
import { readTexts } from './read-texts.ts';

/** What the hub's own fields say of a document, and what did not fit in them. */
export type Reading = { content: Content; language: Language; cut: Problem[] };

/** Reads a document into a version's content, the texts into the document's language. */
export function readContent(document: CsafDocument): Reading {
  const { language } = languageOf(document);
  const vulnerabilities = document.vulnerabilities ?? [];
  const full = {
    texts: { nl: {}, en: {}, [language]: readTexts(document) },
    products: readProducts(document),
    cves: distinct(vulnerabilities.flatMap(({ cve }) => cve ?? [])),
    cwes: distinct(vulnerabilities.flatMap(({ cwe }) => cwe?.id ?? [])),
    cvss: readScores(document),
    references: readReferences(document),
  };
  const cut = (['products', 'cves', 'cwes', 'cvss', 'references'] as const).flatMap((field) =>
    shorten(full, field, contentBounds[field]),
  );
  const content = contentSchema.parse(full);
  return { content, language, cut: [...cut, ...shed(content, language)] };
}

function readScores({ vulnerabilities = [] }: CsafDocument): Content['cvss'] {
  const scores = vulnerabilities.flatMap(({ cve, scores = [] }) => {
    if (!cve) return [];
    const vectors = scores.flatMap(({ cvss_v3, cvss_v2 }) => [cvss_v3, cvss_v2]);
    return distinct(vectors.flatMap((each) => each?.vectorString ?? []))
      .filter((vector) => vector.length <= 200)
      .map((vector) => ({ cve, vector }));
  });
  return [...new Map(scores.map((score) => [JSON.stringify(score), score])).values()];
}

/** Web addresses of others; where the document itself is, is not one of them. */
function readReferences({ document, vulnerabilities = [] }: CsafDocument): Content['references'] {
  const all: Reference[] = [
    ...(document.references ?? []),
    ...vulnerabilities.flatMap(({ references = [] }) => references),
  ];
  const shown = all
    .filter(({ category, url }) => category !== 'self' && isWeb(url))
    .map(({ url, summary }) => ({ url, title: fitLine(summary, 500) || url.slice(0, 500) }));
  return [...new Map(shown.map((reference) => [reference.url, reference])).values()];
}

const web = contentSchema.shape.references.unwrap().element.shape.url;
const isWeb = (url: string) => web.safeParse(url).success;

const distinct = (values: string[]) => [...new Set(values)];

function shorten(full: Record<string, object>, field: string, most: number): Problem[] {
  const list = full[field];
  if (!Array.isArray(list) || list.length <= most) return [];
  full[field] = list.slice(0, most);
  return [
    left(field, {
      nl: `${list.length - most} van ${list.length}`,
      en: `${list.length - most} of ${list.length}`,
    }),
  ];
}

type Step = [field: string, take: (content: Content, language: Language) => void];

// The least telling first. Products go last: whoever uses one that is gone is selected by no audience.
const steps: Step[] = [
  ['references', (content) => void content.references.splice(50)],
  [
    'products.versions',
    (content) => {
      for (const product of content.products) product.versions = [];
    },
  ],
  ['texts.description', (content, language) => trim(content, language, 'description')],
  ['texts.advice', (content, language) => trim(content, language, 'advice')],
  ['cvss', (content) => void content.cvss.splice(200)],
  ['products', (content) => void content.products.splice(500)],
];

/** What people read and machines match on is at most 256 KB. */
function shed(content: Content, language: Language): Problem[] {
  return steps.flatMap(([field, take]) => {
    if (sizeOf(content) <= contentLimit) return [];
    take(content, language);
    return [left(field, { nl: 'een deel', en: 'a part' })];
  });
}

function trim(content: Content, language: Language, field: 'description' | 'advice'): void {
  content.texts[language][field] = `${content.texts[language][field].slice(0, 20_000).trimEnd()}…`;
}

function left(field: string, part: Bilingual): Problem {
  return {
    path: `content.${field}`,
    message: {
      nl: `Het document zegt meer dan hier past: ${part.nl} is uit dit veld weggelaten en staat alleen in het CSAF-document.`,
      en: `The document says more than fits here: ${part.en} is left out of this field, and stands in the CSAF document alone.`,
    },
  };
}
