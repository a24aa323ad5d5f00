import type { Language } from '../../../../src/advisory/language.ts';
import type { Notice } from '../../../../src/advisory/notice.ts';
import type { Frame } from '../../frame.tsx';
import { Table } from '../../table.tsx';
import { noticeKindWords, showWords } from '../show-words.ts';
import { stateWords } from '../state-words.ts';

type NoticesProps = { notices: readonly Notice[]; trackingId: string; frame: Frame };

/** The messages about an advisory that are not versions of it. */
export function Notices({ notices, trackingId, frame: { language, caller } }: NoticesProps) {
  const w = showWords[language];
  return (
    <>
      <h2>{w.notices}</h2>
      {caller.roles.includes('author') && (
        <p>
          <a class="button second" href={`/console/notices/new?advisory=${trackingId}`}>
            {w.writeNotice}
          </a>
        </p>
      )}
      <NoticeTable notices={notices} language={language} caption={w.notices} empty={w.noNotices} />
    </>
  );
}

type TableProps = {
  notices: readonly Notice[];
  language: Language;
  caption: string;
  empty: string;
};

/** Notices with the state that each is in. */
export function NoticeTable({ notices, language, caption, empty }: TableProps) {
  const w = showWords[language];
  return (
    <Table
      id="notices"
      headed
      caption={caption}
      head={[w.title, w.kind, 'TLP', w.state]}
      empty={empty}
      rows={notices.map((notice) => (
        <tr>
          <th scope="row">
            <a href={`/console/notices/${notice.id}`}>{notice.content[language].title}</a>
          </th>
          <td>{noticeKindWords[language][notice.kind]}</td>
          <td>{notice.tlp}</td>
          <td>{stateWords[language][notice.state]}</td>
        </tr>
      ))}
    />
  );
}
