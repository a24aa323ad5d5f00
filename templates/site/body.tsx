import type { Content } from '../../src/advisory/content.ts';
import type { Language } from '../../src/advisory/language.ts';
import { Prose } from './prose.tsx';
import { words as common } from './words.ts';

const words = {
  nl: {
    products: 'Producten',
    product: 'Product',
    versions: 'Versies',
    unknown: 'geen versies genoemd',
    weaknesses: 'Kwetsbaarheden',
    references: 'Verwijzingen',
  },
  en: {
    products: 'Products',
    product: 'Product',
    versions: 'Versions',
    unknown: 'no versions named',
    weaknesses: 'Vulnerabilities',
    references: 'References',
  },
};

type Props = { content: Omit<Content, 'coveringNotes'>; language: Language };

/** What a version says, in the order in which a reader needs it. */
export function Body({ content, language }: Props) {
  const w = words[language];
  const { fields } = common[language];
  const text = content.texts[language];
  return (
    <>
      <h2>{fields.summary}</h2>
      <Prose text={text.summary} />
      <h2>{fields.advice}</h2>
      <Prose text={text.advice} />
      {text.description.trim() !== '' && (
        <>
          <h2>{fields.description}</h2>
          <Prose text={text.description} />
        </>
      )}
      {content.products.length > 0 && <Products content={content} language={language} />}
      <Weaknesses content={content} title={w.weaknesses} />
      {content.references.length > 0 && (
        <>
          <h2>{w.references}</h2>
          <ul>
            {content.references.map(({ url, title }) => (
              <li>
                <a href={url} rel="noopener">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Products({ content, language }: Props) {
  const w = words[language];
  const { statuses } = common[language];
  return (
    <>
      <h2>{w.products}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.product}</th>
            <th scope="col">{w.versions}</th>
          </tr>
        </thead>
        <tbody>
          {content.products.map(({ vendor, name, versions }) => (
            <tr>
              <th scope="row">
                {vendor} {name}
              </th>
              <td>
                {versions.length === 0
                  ? w.unknown
                  : versions
                      .map(({ version, status }) => `${version}: ${statuses[status]}`)
                      .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Weaknesses({
  content: { cves, cwes, cvss },
  title,
}: {
  content: Props['content'];
  title: string;
}) {
  if (cves.length + cwes.length + cvss.length === 0) return null;
  const scores = (cve: string) => cvss.filter((score) => score.cve === cve);
  const others = cvss.filter((score) => !cves.includes(score.cve));
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {cves.map((cve) => (
          <li>
            {cve}
            {scores(cve).map(({ vector }) => (
              <>
                {' '}
                <code>{vector}</code>
              </>
            ))}
          </li>
        ))}
        {others.map(({ cve, vector }) => (
          <li>
            {cve} <code>{vector}</code>
          </li>
        ))}
        {cwes.map((cwe) => (
          <li>{cwe}</li>
        ))}
      </ul>
    </>
  );
}
