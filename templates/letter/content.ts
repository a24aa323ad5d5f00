import type { Content, Product } from '../../src/advisory/content.ts';
import type { Language } from '../../src/advisory/language.ts';
import { words as site } from '../site/words.ts';
import type { Part } from './part.ts';

/** A message is no catalogue: beyond this many products and references the reader is told how many more there are. */
const mostListed = 150;

const words = {
  nl: {
    products: 'Producten',
    weaknesses: 'Kwetsbaarheden',
    references: 'Verwijzingen',
    more: (count: number) => `en nog ${count} meer; vraag ons om de volledige lijst`,
  },
  en: {
    products: 'Products',
    weaknesses: 'Vulnerabilities',
    references: 'References',
    more: (count: number) => `and ${count} more; ask us for the complete list`,
  },
};

/** What a version says, in the order in which a reader needs it; what is empty is left out. */
export function contentParts(content: Content, language: Language): Part[] {
  const w = words[language];
  const { fields } = site[language];
  const { summary, advice, description } = content.texts[language];
  const products = content.products.map((product) => productLine(product, language));
  const references: Part = { kind: 'links', links: content.references.slice(0, mostListed) };
  return [
    ...section(fields.summary, { kind: 'prose', text: summary }),
    ...section(fields.advice, { kind: 'prose', text: advice }),
    ...section(fields.description, { kind: 'prose', text: description }),
    ...section(w.products, { kind: 'list', items: shorten(products, w.more) }),
    ...section(w.weaknesses, { kind: 'list', items: shorten(weaknessLines(content), w.more) }),
    ...section(w.references, references),
  ];
}

function section(title: string, part: Part): Part[] {
  return isEmpty(part) ? [] : [{ kind: 'heading', text: title }, part];
}

function isEmpty(part: Part): boolean {
  if (part.kind === 'prose') return part.text.trim() === '';
  if (part.kind === 'list') return part.items.length === 0;
  return part.kind === 'links' && part.links.length === 0;
}

function shorten(items: string[], more: (count: number) => string): string[] {
  if (items.length <= mostListed) return items;
  return [...items.slice(0, mostListed), more(items.length - mostListed)];
}

/** `Citrix Gateway: kwetsbaar 12.1, 13.0; verholpen 13.0.47.24`. */
function productLine({ vendor, name, versions }: Product, language: Language): string {
  const { statuses } = site[language];
  const byStatus = Map.groupBy(versions, ({ status }) => status);
  const said = [...byStatus].map(
    ([status, group]) => `${statuses[status]} ${group.map(({ version }) => version).join(', ')}`,
  );
  return [`${vendor} ${name}`, said.join('; ')].filter((text) => text !== '').join(': ');
}

function weaknessLines({ cves, cwes, cvss }: Content): string[] {
  const scored = cves.map((cve) => {
    const vectors = cvss.filter((score) => score.cve === cve).map(({ vector }) => vector);
    return [cve, ...vectors].join(' – ');
  });
  return [...scored, ...cwes];
}
