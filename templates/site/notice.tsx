import type { Language } from '../../src/advisory/language.ts';
import type { PublishedNotice } from '../../src/advisory/notice.ts';
import { Layout } from '../layout.tsx';
import { advisoryPath, inEach, noticePath } from './address.ts';
import { NoticeBody, NoticeMark } from './notices.tsx';

const words = { nl: 'Gaat over advies', en: 'About advisory' };

type Props = {
  language: Language;
  site: string;
  publisher: string;
  notice: PublishedNotice;
  /** Of the advisory that it is about, if any. */
  trackingId: string | null;
};

/** One notice by itself. */
export function NoticePage({ language, site, publisher, notice, trackingId }: Props) {
  const { title } = notice.content[language];
  const paths = inEach((each) => noticePath(notice, each));
  return (
    <Layout language={language} title={title} paths={paths} site={site} publisher={publisher}>
      <article>
        <h1>{title}</h1>
        <NoticeMark notice={notice} language={language} />
        {trackingId && (
          <p>
            {words[language]} <a href={advisoryPath({ trackingId }, language)}>{trackingId}</a>
          </p>
        )}
        <NoticeBody notice={notice} language={language} />
      </article>
    </Layout>
  );
}
