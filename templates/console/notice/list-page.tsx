import type { Notice } from '../../../src/advisory/notice.ts';
import { NoticeTable } from '../advisory/show/notices.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { noticeWords } from './words.ts';

type Props = { frame: Frame; notices: readonly Notice[] };

/** The notices that are about no advisory; the others are on the page of theirs. */
export function NoticeListPage({ frame, notices }: Props) {
  const { language, caller } = frame;
  const w = noticeWords[language];
  return (
    <ConsoleFrame {...frame} title={w.list} here="advisories">
      <h1>{w.list}</h1>
      {caller.roles.includes('author') && (
        <p class="actions">
          <a class="button second" href="/console/notices/new">
            {w.write}
          </a>
        </p>
      )}
      <NoticeTable notices={notices} language={language} caption={w.list} empty={w.none} />
    </ConsoleFrame>
  );
}
