import type { Language } from '../../src/advisory/language.ts';
import { Layout } from '../layout.tsx';
import { Moment } from '../moment.tsx';

const words = {
  nl: {
    title: 'Map van CSAF-documenten',
    up: 'Een map hoger',
    machine: 'Deze map is er voor programma’s; de adviezen zelf zijn het leesbaarst op de website.',
  },
  en: {
    title: 'Directory of CSAF documents',
    up: 'Parent directory',
    machine: 'This directory is for programs; the advisories read best on the website.',
  },
};

/** A file or directory in it. */
export type Row = { href: string; name: string; title?: string; at?: Date };

type Props = {
  language: Language;
  publisher: string;
  path: string;
  rows: Row[];
  /** For who showed a key alone. */
  personal?: boolean;
};

/** A directory of the CSAF provider, for who browses it. */
export function CsafDirectoryPage({ language, publisher, path, rows, personal = false }: Props) {
  const w = words[language];
  return (
    <Layout
      language={language}
      title={`${w.title} ${path}`}
      publisher={publisher}
      personal={personal}
    >
      <h1>{w.title}</h1>
      <p>
        <code>{path}</code>
      </p>
      <p class="quiet">{w.machine}</p>
      <ul>
        {path !== '/csaf/' && (
          <li>
            <a href="../">{w.up}</a>
          </li>
        )}
        {rows.map(({ href, name, title, at }) => (
          <li>
            <a href={href}>{name}</a>
            {title && ` ${title}, `}
            {at && <Moment at={at} language={language} />}
          </li>
        ))}
      </ul>
    </Layout>
  );
}
