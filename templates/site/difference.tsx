import type { Product } from '../../src/advisory/content.ts';
import { type Changes, type Difference, isEmpty } from '../../src/advisory/difference.ts';
import type { Language } from '../../src/advisory/language.ts';
import type { Passage } from '../../src/advisory/passage.ts';
import { formatRisk } from '../../src/advisory/risk.ts';
import { words as common } from './words.ts';

const words = {
  nl: {
    nothing: 'In deze taal is niets veranderd.',
    from: 'van',
    to: 'naar',
    added: 'Toegevoegd',
    removed: 'Vervallen',
    changed: 'Gewijzigd',
    products: 'Producten',
    references: 'Verwijzingen',
    addedText: 'toegevoegd:',
    removedText: 'vervallen:',
  },
  en: {
    nothing: 'Nothing changed in this language.',
    from: 'from',
    to: 'to',
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    products: 'Products',
    references: 'References',
    addedText: 'added:',
    removedText: 'removed:',
  },
};

type Props = { found: Difference; language: Language };

/** What changed between two versions, for a reader: marked in words and in style, not by colour alone. */
export function DifferenceView({ found, language }: Props) {
  const w = words[language];
  if (isEmpty(found, language)) return <p>{w.nothing}</p>;
  return (
    <dl>
      {found.risk && (
        <>
          <dt>{common[language].risk}</dt>
          <dd>
            {w.from} {formatRisk(found.risk.from)} {w.to} {formatRisk(found.risk.to)}
          </dd>
        </>
      )}
      {found.texts[language].map(({ field, passages }) => (
        <>
          <dt>{common[language].fields[field]}</dt>
          <dd class="text">
            <Passages passages={passages} language={language} />
          </dd>
        </>
      ))}
      <Products found={found} language={language} />
      <List title="CVE" changes={found.cves} language={language} />
      <List title="CWE" changes={found.cwes} language={language} />
      <List
        title="CVSS"
        changes={named(found.cvss, ({ cve, vector }) => `${cve} ${vector}`)}
        language={language}
      />
      <List
        title={w.references}
        changes={named(found.references, ({ title, url }) => `${title} (${url})`)}
        language={language}
      />
    </dl>
  );
}

function Passages({ passages, language }: { passages: Passage[]; language: Language }) {
  const w = words[language];
  return (
    <>
      {passages.map(({ kind, text }) => {
        if (kind === 'same') return <span>{abridge(text)}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark>
            <span class="unseen">{kind === 'added' ? w.addedText : w.removedText} </span>
            {text}
          </Mark>
        );
      })}
    </>
  );
}

/** What stayed is there to find the place, not to be read again. */
function abridge(text: string): string {
  return text.length > 400 ? `${text.slice(0, 180)} […] ${text.slice(-180)}` : text;
}

function Products({ found, language }: Props) {
  const { added, removed, changed } = found.products;
  const w = words[language];
  const lines = changed.map(
    ({ from, to }) => `${nameOf(to)}: ${versions(from, language)} → ${versions(to, language)}`,
  );
  return (
    <>
      <List title={w.products} changes={named({ added, removed }, nameOf)} language={language} />
      {lines.length > 0 && (
        <>
          <dt>
            {w.products}: {w.changed.toLowerCase()}
          </dt>
          {lines.map((line) => (
            <dd>{line}</dd>
          ))}
        </>
      )}
    </>
  );
}

const nameOf = ({ vendor, name }: Product) => `${vendor} ${name}`;

function versions(product: Product, language: Language): string {
  const { statuses } = common[language];
  const said = product.versions.map(({ version, status }) => `${version} ${statuses[status]}`);
  return said.join(', ') || '–';
}

function named<T>({ added, removed }: Changes<T>, nameOf: (each: T) => string): Changes<string> {
  return { added: added.map(nameOf), removed: removed.map(nameOf) };
}

type ListProps = { title: string; changes: Changes<string>; language: Language };

function List({ title, changes: { added, removed }, language }: ListProps) {
  if (added.length + removed.length === 0) return null;
  const w = words[language];
  return (
    <>
      <dt>{title}</dt>
      {added.length > 0 && (
        <dd>
          {w.added}: <ins>{added.join(', ')}</ins>
        </dd>
      )}
      {removed.length > 0 && (
        <dd>
          {w.removed}: <del>{removed.join(', ')}</del>
        </dd>
      )}
    </>
  );
}
