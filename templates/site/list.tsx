import type { Language } from '../../src/advisory/language.ts';
import { formatOrdinal } from '../../src/advisory/ordinal.ts';
import type { PublishedVersion } from '../../src/advisory/published.ts';
import { Layout } from '../layout.tsx';
import { Moment } from '../moment.tsx';
import { advisoryPath } from './address.ts';
import { Pages } from './pages.tsx';
import { Tags } from './tags.tsx';

const words = {
  nl: {
    title: 'Beveiligingsadviezen',
    page: 'pagina',
    intro: 'De openbare beveiligingsadviezen, het nieuwste bovenaan.',
    empty: 'Er zijn nog geen openbare adviezen. Zodra er een is, staat het hier en in de RSS-feed.',
    version: 'versie',
    newer: 'Nieuwere adviezen',
    older: 'Oudere adviezen',
  },
  en: {
    title: 'Security advisories',
    page: 'page',
    intro: 'The public security advisories, newest first.',
    empty:
      'There are no public advisories yet. As soon as there is one, it is here and in the RSS feed.',
    version: 'version',
    newer: 'Newer advisories',
    older: 'Older advisories',
  },
};

/** An advisory by its newest version, as far as a list shows it. */
export type ListedAdvisory = Pick<
  PublishedVersion,
  'trackingId' | 'ordinal' | 'likelihood' | 'impact' | 'publishedAt' | 'withdrawnAt'
> & {
  texts: PublishedVersion['content']['texts'];
  /** When anything was last published or withdrawn in it. */
  changedAt: Date;
};

type ListProps = {
  language: Language;
  site: string;
  publisher: string;
  advisories: ListedAdvisory[];
  page: number;
  pages: number;
};

/** The list of advisories that are public, each by its newest version. */
export function ListPage({ language, site, publisher, advisories, page, pages }: ListProps) {
  const w = words[language];
  const title = page > 1 ? `${w.title}, ${w.page} ${page}` : w.title;
  const paths = { nl: listPath('nl', page), en: listPath('en', page) };
  return (
    <Layout language={language} title={title} paths={paths} site={site} publisher={publisher}>
      <h1>{title}</h1>
      <p>{advisories.length > 0 ? w.intro : w.empty}</p>
      <ul class="entries">
        {advisories.map((advisory) => (
          <Entry advisory={advisory} language={language} />
        ))}
      </ul>
      <Pages
        language={language}
        page={page}
        pages={pages}
        newer={w.newer}
        older={w.older}
        pathOf={(each) => listPath(language, each)}
      />
    </Layout>
  );
}

const listPath = (language: Language, page: number) =>
  page > 1 ? `/${language}?page=${page}` : `/${language}`;

function Entry({ advisory, language }: { advisory: ListedAdvisory; language: Language }) {
  const { trackingId, ordinal, publishedAt, texts } = advisory;
  return (
    <li>
      <Tags version={advisory} language={language} />
      <h2>
        <a href={advisoryPath(advisory, language)}>{texts[language].title}</a>
      </h2>
      <p class="quiet">
        {trackingId}, {words[language].version} {formatOrdinal(ordinal)},{' '}
        <Moment at={publishedAt} language={language} />
      </p>
      <p>{shorten(texts[language].summary)}</p>
    </li>
  );
}

const shorten = (text: string) => (text.length > 300 ? `${text.slice(0, 299).trimEnd()}…` : text);
