import type { Language } from '../../src/advisory/language.ts';
import type { PublishedNotice } from '../../src/advisory/notice.ts';
import { Layout } from '../layout.tsx';
import { inEach, noticePath, noticesPath } from './address.ts';
import { NoticeMark } from './notices.tsx';
import { Pages } from './pages.tsx';

const words = {
  nl: {
    title: 'Berichten',
    page: 'pagina',
    intro: 'Wat er naast de adviezen te melden is, het nieuwste bovenaan.',
    empty: 'Er zijn nog geen openbare berichten.',
    newer: 'Nieuwere berichten',
    older: 'Oudere berichten',
  },
  en: {
    title: 'Notices',
    page: 'page',
    intro: 'What there is to say beside the advisories, newest first.',
    empty: 'There are no public notices yet.',
    newer: 'Newer notices',
    older: 'Older notices',
  },
};

type Props = {
  language: Language;
  site: string;
  publisher: string;
  notices: (PublishedNotice & { trackingId: string | null })[];
  page: number;
  pages: number;
};

/** The list of notices that are public, whether they are about an advisory or not. */
export function NoticeListPage({ language, site, publisher, notices, page, pages }: Props) {
  const w = words[language];
  const title = page > 1 ? `${w.title}, ${w.page} ${page}` : w.title;
  const paths = inEach((each) => noticesPath(each, page));
  return (
    <Layout language={language} title={title} paths={paths} site={site} publisher={publisher}>
      <h1>{title}</h1>
      <p>{notices.length > 0 ? w.intro : w.empty}</p>
      <ul class="entries">
        {notices.map((notice) => (
          <li>
            <h2>
              <a href={noticePath(notice, language)}>{notice.content[language].title}</a>
            </h2>
            <NoticeMark notice={notice} language={language} />
            {notice.trackingId && <p class="quiet">{notice.trackingId}</p>}
          </li>
        ))}
      </ul>
      <Pages
        language={language}
        page={page}
        pages={pages}
        newer={w.newer}
        older={w.older}
        pathOf={(each) => noticesPath(language, each)}
      />
    </Layout>
  );
}
