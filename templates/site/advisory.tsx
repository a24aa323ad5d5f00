import type { Language } from '../../src/advisory/language.ts';
import type { PublishedNotice } from '../../src/advisory/notice.ts';
import { formatOrdinal } from '../../src/advisory/ordinal.ts';
import type { PublishedVersion } from '../../src/advisory/published.ts';
import { Layout } from '../layout.tsx';
import { Moment } from '../moment.tsx';
import { advisoryPath, inEach, versionPath } from './address.ts';
import { Body } from './body.tsx';
import { History } from './history.tsx';
import { Notices } from './notices.tsx';
import { riskInWords, Tags } from './tags.tsx';
import { words as common } from './words.ts';

const words = {
  nl: {
    id: 'Kenmerk',
    version: 'Versie',
    published: 'Gepubliceerd',
    older: 'Dit is een oudere versie.',
    newest: (name: string) => `Lees de nieuwste, ${name}`,
    withdrawn: 'Deze versie is ingetrokken op',
    tlp: 'Verspreiding',
    clear: 'TLP:CLEAR, vrij te verspreiden',
  },
  en: {
    id: 'Reference',
    version: 'Version',
    published: 'Published',
    older: 'This is an older version.',
    newest: (name: string) => `Read the newest, ${name}`,
    withdrawn: 'This version was withdrawn on',
    tlp: 'Sharing',
    clear: 'TLP:CLEAR, may be shared freely',
  },
};

type Props = {
  language: Language;
  site: string;
  publisher: string;
  /** Every public version of the advisory, the newest first. */
  versions: PublishedVersion[];
  shown: PublishedVersion;
  notices: PublishedNotice[];
  /** Asked for by its own number and not as the newest of the advisory. */
  byNumber: boolean;
};

/** An advisory by one of its versions, with the whole history below it. */
export function AdvisoryPage(props: Props) {
  const { language, site, publisher, versions, shown, notices, byNumber } = props;
  const text = shown.content.texts[language];
  const name = `${shown.trackingId} [${formatOrdinal(shown.ordinal)}]`;
  const paths = inEach((each) => (byNumber ? versionPath(shown, each) : advisoryPath(shown, each)));
  return (
    <Layout
      language={language}
      title={`${text.title} (${name})`}
      paths={paths}
      site={site}
      publisher={publisher}
    >
      <article>
        <h1>{text.title}</h1>
        <p>
          <Tags version={shown} language={language} />
        </p>
        <Banners versions={versions} shown={shown} language={language} />
        <Facts shown={shown} language={language} />
        <Body content={shown.content} language={language} />
      </article>
      <Notices notices={notices} language={language} />
      <History versions={versions} shown={shown} language={language} />
    </Layout>
  );
}

type BannersProps = { versions: PublishedVersion[]; shown: PublishedVersion; language: Language };

function Banners({ versions, shown, language }: BannersProps) {
  const w = words[language];
  const statement = shown.withdrawalStatement?.[language];
  const [newest = shown] = versions;
  return (
    <>
      {shown.withdrawnAt && (
        <div class="banner">
          <p>
            <strong>
              {w.withdrawn} <Moment at={shown.withdrawnAt} language={language} />.
            </strong>
          </p>
          {statement && <p class="text">{statement}</p>}
        </div>
      )}
      {shown !== newest && (
        <div class="banner">
          <p>
            <strong>{w.older}</strong>{' '}
            <a href={advisoryPath(shown, language)}>{w.newest(formatOrdinal(newest.ordinal))}</a>.
          </p>
        </div>
      )}
    </>
  );
}

function Facts({ shown, language }: { shown: PublishedVersion; language: Language }) {
  const w = words[language];
  return (
    <dl class="facts">
      <dt>{w.id}</dt>
      <dd>{shown.trackingId}</dd>
      <dt>{w.version}</dt>
      <dd>
        {formatOrdinal(shown.ordinal)} ({common[language].changes[shown.change].toLowerCase()})
      </dd>
      <dt>{w.published}</dt>
      <dd>
        <Moment at={shown.publishedAt} language={language} />
      </dd>
      <dt>{common[language].risk}</dt>
      <dd>{riskInWords(shown, language)}</dd>
      <dt>{w.tlp}</dt>
      <dd>{w.clear}</dd>
    </dl>
  );
}
