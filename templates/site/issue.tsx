import { difference } from '../../src/advisory/difference.ts';
import type { Language } from '../../src/advisory/language.ts';
import type { PublishedNotice } from '../../src/advisory/notice.ts';
import { formatOrdinal } from '../../src/advisory/ordinal.ts';
import type { PublishedVersion } from '../../src/advisory/published.ts';
import { formatRisk } from '../../src/advisory/risk.ts';
import { NoticeBody, noticeWords } from './notices.tsx';
import { Prose } from './prose.tsx';
import { summarise } from './summary.ts';
import { riskInWords } from './tags.tsx';
import { words as common } from './words.ts';

const words = {
  nl: { changed: 'Wat veranderde', withdrawn: 'Deze versie is ingetrokken.' },
  en: { changed: 'What changed', withdrawn: 'This version was withdrawn.' },
};

type VersionIssue = {
  kind: 'published' | 'withdrawn';
  version: PublishedVersion;
  before: PublishedVersion | undefined;
};
type Issue = VersionIssue | { kind: 'notice'; trackingId: string | null; notice: PublishedNotice };

/** What a feed calls it: `NCSC-2019-0979 [1.03] [H/H] title`, `NCSC-2019-0979 News: title`, or without the id what is about no advisory. */
export function issueTitle(issue: Issue, language: Language): string {
  if (issue.kind === 'notice') {
    const { kind, content } = issue.notice;
    const title = `${noticeWords[language].kinds[kind]}: ${content[language].title}`;
    return issue.trackingId === null ? title : `${issue.trackingId} ${title}`;
  }
  const { trackingId, ordinal, content } = issue.version;
  const mark = issue.kind === 'withdrawn' ? `${common[language].withdrawn}: ` : '';
  const title = content.texts[language].title;
  return `${trackingId} [${formatOrdinal(ordinal)}] [${formatRisk(issue.version)}] ${mark}${title}`;
}

/** An item of a feed: why it is there, the summary, and what changed; of a notice all of it. */
export function IssueDescription({ issue, language }: { issue: Issue; language: Language }) {
  if (issue.kind === 'notice') return <NoticeBody notice={issue.notice} language={language} />;
  return <VersionDescription issue={issue} language={language} />;
}

function VersionDescription({ issue, language }: { issue: VersionIssue; language: Language }) {
  const { kind, version, before } = issue;
  const w = words[language];
  const statement = version.withdrawalStatement?.[language];
  return (
    <>
      {version.withdrawnAt && (
        <p>
          <strong>{w.withdrawn}</strong> {statement}
        </p>
      )}
      <p>
        {common[language].risk} {riskInWords(version, language)}. TLP:CLEAR.
      </p>
      <Prose text={version.content.texts[language].summary} />
      {before && kind === 'published' && (
        <p>
          {w.changed}: {summarise(difference(before, version), language)}.
        </p>
      )}
    </>
  );
}
