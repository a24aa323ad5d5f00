import type { Language } from '../../src/advisory/language.ts';
import type { NoticeKind, PublishedNotice } from '../../src/advisory/notice.ts';
import { formatMoment, Moment } from '../moment.tsx';
import { noticePath } from './address.ts';
import { Prose } from './prose.tsx';

/** What notices are called. */
export const noticeWords: Record<
  Language,
  { title: string; elsewhere: string; kinds: Record<NoticeKind, string> }
> = {
  nl: {
    title: 'Berichten bij dit advies',
    elsewhere: 'Ook verschenen',
    kinds: {
      news: 'Nieuws',
      'press release': 'Persbericht',
      FAQ: 'Vragen en antwoorden',
      'request text': 'Verzoek',
    },
  },
  en: {
    title: 'Messages about this advisory',
    elsewhere: 'Also published',
    kinds: {
      news: 'News',
      'press release': 'Press release',
      FAQ: 'Questions and answers',
      'request text': 'Request',
    },
  },
};

/** The notices about an advisory, the newest first. */
export function Notices({ notices, language }: { notices: PublishedNotice[]; language: Language }) {
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{noticeWords[language].title}</h2>
      {notices.map((notice) => (
        <article id={`notice-${notice.id}`}>
          <h3>
            <a href={noticePath(notice, language)}>{notice.content[language].title}</a>
          </h3>
          <NoticeMark notice={notice} language={language} />
          <NoticeBody notice={notice} language={language} />
        </article>
      ))}
    </section>
  );
}

/** What kind of notice it is, and from when. */
export function NoticeMark({ notice, language }: { notice: PublishedNotice; language: Language }) {
  return (
    <p class="quiet">
      {noticeWords[language].kinds[notice.kind]}
      {notice.publishedAt && (
        <>
          , <Moment at={notice.publishedAt} language={language} />
        </>
      )}
    </p>
  );
}

/** What a notice says, and where else it was published. */
export function NoticeBody({ notice, language }: { notice: PublishedNotice; language: Language }) {
  return (
    <>
      <Prose text={notice.content[language].body} />
      {notice.publishedElsewhere.length > 0 && (
        <p class="quiet">
          {noticeWords[language].elsewhere}:{' '}
          {notice.publishedElsewhere
            .map(({ where, at }) =>
              at ? `${where} (${formatMoment(new Date(at), language)})` : where,
            )
            .join('; ')}
        </p>
      )}
    </>
  );
}
