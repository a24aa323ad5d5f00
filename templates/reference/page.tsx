import type { Language } from '../../src/advisory/language.ts';
import { Layout } from '../layout.tsx';
import { type ApiDocument, operationsOf } from './document.ts';
import { Operation } from './operation.tsx';
import { Fields } from './schema.tsx';
import { Text } from './text.tsx';
import { referenceWords } from './words.ts';

type Props = {
  language: Language;
  publisher: string;
  site: string;
  document: ApiDocument;
};

const path = '/api/v1/reference';
const anchorOf = (tag: string) => `topic-${tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

/** The API for who reads: the same document that machines get, in the frame of the site. */
export function ReferencePage({ language, publisher, site, document }: Props) {
  const w = referenceWords[language];
  const { tags = [], info } = document;
  const paths = { nl: `${path}?language=nl`, en: `${path}?language=en` };
  return (
    <Layout language={language} title={w.title} publisher={publisher} paths={paths} site={site}>
      <h1>{w.title}</h1>
      <p>
        {w.intro} <a href="/api/v1/openapi.json">{w.document}</a> · {info.version}
      </p>
      <nav aria-label={w.contents}>
        <ul class="pages" lang="en">
          {tags.map(({ name }) => (
            <li>
              <a href={`#${anchorOf(name)}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div lang="en">
        {info.description?.split('\n\n').map((paragraph) => (
          <p>
            <Text text={paragraph} />
          </p>
        ))}
      </div>
      {tags.map(({ name, description = '' }) => (
        <div>
          <h2 id={anchorOf(name)} lang="en">
            {name}
          </h2>
          <p lang="en">{description}</p>
          {operationsOf(document, name).map((placed) => (
            <Operation {...placed} w={w} />
          ))}
        </div>
      ))}
      <Schemas document={document} language={language} />
    </Layout>
  );
}

function Schemas({ document, language }: Pick<Props, 'document' | 'language'>) {
  const w = referenceWords[language];
  return (
    <div>
      <h2 id="schemas">{w.schemas}</h2>
      {Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => (
        <div>
          <h3 id={`schema-${name}`} lang="en">
            {name}
          </h3>
          {schema.description && <p lang="en">{schema.description}</p>}
          <Fields schema={schema} caption={name} w={w} />
        </div>
      ))}
    </div>
  );
}
