import type { Content, Product } from './content.ts';
import type { Language } from './language.ts';
import { listPassages, type Passage } from './passage.ts';
import { formatRisk, type Risk } from './risk.ts';
import type { Tlp } from './tlp.ts';
import type { Version } from './version.ts';

const fields = ['title', 'summary', 'description', 'advice'] as const;
export type TextField = (typeof fields)[number];

/** What came and what went of a list; both empty when nothing changed. */
export type Changes<T> = { added: T[]; removed: T[] };
export type ProductChange = { vendor: string; name: string; from: Product; to: Product };

/** What changed from one version to another, for a reader; null and empty lists where nothing did. */
export type Difference = {
  risk: { from: Risk; to: Risk } | null;
  tlp: { from: Tlp; to: Tlp } | null;
  /** Per language the fields that changed, in reading order. */
  texts: Record<Language, { field: TextField; passages: Passage[] }[]>;
  /** `changed` keeps its name but not its versions or identifiers. */
  products: Changes<Product> & { changed: ProductChange[] };
  cves: Changes<string>;
  cwes: Changes<string>;
  cvss: Changes<Content['cvss'][number]>;
  references: Changes<Content['references'][number]>;
};

/** A version as far as a reader sees it change. */
export type Readable = Pick<Version, 'likelihood' | 'impact' | 'tlp' | 'content'>;

/** What changed between two versions as data: site, mail and console each render it in their own way. */
export function difference(from: Readable, to: Readable): Difference {
  const before = from.content;
  const after = to.content;
  return {
    risk: formatRisk(from) === formatRisk(to) ? null : { from: riskOf(from), to: riskOf(to) },
    tlp: from.tlp === to.tlp ? null : { from: from.tlp, to: to.tlp },
    texts: {
      nl: changedTexts(before, after, 'nl'),
      en: changedTexts(before, after, 'en'),
    },
    products: changedProducts(before.products, after.products),
    cves: changes(before.cves, after.cves, (id) => id),
    cwes: changes(before.cwes, after.cwes, (id) => id),
    cvss: changes(before.cvss, after.cvss, ({ cve, vector }) => `${cve} ${vector}`),
    references: changes(before.references, after.references, ({ url }) => url),
  };
}

/** Whether a reader of this language would see any change. */
export function isEmpty(found: Difference, language: Language): boolean {
  const lists = [found.products, found.cves, found.cwes, found.cvss, found.references];
  return (
    found.risk === null &&
    found.tlp === null &&
    found.texts[language].length === 0 &&
    found.products.changed.length === 0 &&
    lists.every(({ added, removed }) => added.length + removed.length === 0)
  );
}

const riskOf = ({ likelihood, impact }: Risk): Risk => ({ likelihood, impact });

function changedTexts(before: Content, after: Content, language: Language) {
  return fields
    .map((field) => ({
      field,
      from: before.texts[language][field],
      to: after.texts[language][field],
    }))
    .filter(({ from, to }) => from !== to)
    .map(({ field, from, to }) => ({
      field,
      // Found when somebody reads them: a mail names the field alone, and finding them costs milliseconds.
      get passages() {
        return listPassages(from, to);
      },
    }));
}

function changes<T>(before: T[], after: T[], keyOf: (each: T) => string): Changes<T> {
  const old = new Set(before.map(keyOf));
  const now = new Set(after.map(keyOf));
  return {
    added: after.filter((each) => !old.has(keyOf(each))),
    removed: before.filter((each) => !now.has(keyOf(each))),
  };
}

const nameOf = ({ vendor, name }: Product) => JSON.stringify([vendor, name]);

function changedProducts(before: Product[], after: Product[]): Difference['products'] {
  const old = new Map(before.map((product) => [nameOf(product), product]));
  const changed = after.flatMap((to) => {
    const from = old.get(nameOf(to));
    if (!from || JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ vendor: to.vendor, name: to.name, from, to }];
  });
  return { ...changes(before, after, nameOf), changed };
}
