import { type Difference, isEmpty } from '../../src/advisory/difference.ts';
import type { Language } from '../../src/advisory/language.ts';
import { formatRisk } from '../../src/advisory/risk.ts';
import { words as common } from './words.ts';

const words = {
  nl: {
    nothing: 'in deze taal is niets veranderd',
    risk: (from: string, to: string) => `risico van ${from} naar ${to}`,
    texts: 'tekst van',
    products: 'producten',
    references: 'verwijzingen',
    added: 'erbij',
    removed: 'vervallen',
  },
  en: {
    nothing: 'nothing changed in this language',
    risk: (from: string, to: string) => `risk from ${from} to ${to}`,
    texts: 'text of',
    products: 'products',
    references: 'references',
    added: 'added',
    removed: 'removed',
  },
};

/** What changed, in one line: `risico van M/H naar H/H; tekst van advies; CVE erbij: CVE-2019-19781`. */
export function summarise(found: Difference, language: Language): string {
  const w = words[language];
  if (isEmpty(found, language)) return w.nothing;
  const { risk, texts, products, cves, cwes, cvss, references } = found;
  const fields = texts[language].map(({ field }) => common[language].fields[field].toLowerCase());
  const named = (list: { added: string[]; removed: string[] }, name: string) => [
    list.added.length > 0 && `${name} ${w.added}: ${list.added.join(', ')}`,
    list.removed.length > 0 && `${name} ${w.removed}: ${list.removed.join(', ')}`,
  ];
  const changed = (list: { added: unknown[]; removed: unknown[] }) =>
    list.added.length + list.removed.length > 0;
  return [
    risk && w.risk(formatRisk(risk.from), formatRisk(risk.to)),
    fields.length > 0 && `${w.texts} ${fields.join(', ')}`,
    (changed(products) || products.changed.length > 0) && w.products,
    ...named(cves, 'CVE'),
    ...named(cwes, 'CWE'),
    changed(cvss) && 'CVSS',
    changed(references) && w.references,
  ]
    .filter((part) => typeof part === 'string')
    .join('; ');
}
