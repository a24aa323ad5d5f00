import type { Decision } from '../../../../src/advisory/decision.ts';
import { difference } from '../../../../src/advisory/difference.ts';
import type { Hand } from '../../../../src/advisory/list-hands.ts';
import type { RequestedWithdrawal } from '../../../../src/advisory/list-requested-withdrawals.ts';
import { formatOrdinal } from '../../../../src/advisory/ordinal.ts';
import type { Remark } from '../../../../src/advisory/remark.ts';
import type { Version } from '../../../../src/advisory/version.ts';
import { Moment } from '../../../moment.tsx';
import { Body } from '../../../site/body.tsx';
import { DifferenceView } from '../../../site/difference.tsx';
import { riskInWords, Tags } from '../../../site/tags.tsx';
import { words as siteWords } from '../../../site/words.ts';
import type { Frame } from '../../frame.tsx';
import { actWords, showWords } from '../show-words.ts';
import { stateWords } from '../state-words.ts';
import { Approvals } from './approvals.tsx';
import { VersionActions } from './version-actions.tsx';

/** What stands beside a version: who had a hand in it, who approved, what was said on sending it back. */
export type Story = {
  hands: readonly Hand[];
  approvals: readonly Decision[];
  remarks: readonly Remark[];
  withdrawal: RequestedWithdrawal | undefined;
};

type VersionCardProps = {
  version: Version;
  before: Version | undefined;
  story: Story | undefined;
  frame: Frame;
};

/** One version: its state and who brought it there, what can be done, its text and what it changed. */
export function VersionCard({ version, before, story, frame }: VersionCardProps) {
  const { language } = frame;
  const w = showWords[language];
  const ordinal = formatOrdinal(version.ordinal);
  return (
    <section class="card" aria-labelledby={`version-${version.id}`}>
      <h3 id={`version-${version.id}`}>
        {w.version} {ordinal} <span class="tag">{stateWords[language][version.state]}</span>{' '}
        <Tags version={version} language={language} /> <span class="tag">TLP:{version.tlp}</span>
      </h3>
      <Facts version={version} story={story} frame={frame} />
      <VersionActions version={version} withdrawal={story?.withdrawal} frame={frame} />
      {before && (
        <details>
          <summary>{w.changes(formatOrdinal(before.ordinal))}</summary>
          <div class="entries">
            <DifferenceView found={difference(before, version)} language={language} />
          </div>
        </details>
      )}
      <details>
        <summary>
          {w.text} ({ordinal})
        </summary>
        <div class="nested">
          <Body content={version.content} language={language} />
        </div>
      </details>
    </section>
  );
}

type FactsProps = Pick<VersionCardProps, 'version' | 'story' | 'frame'>;

function Facts({ version, story, frame: { language } }: FactsProps) {
  const w = showWords[language];
  const { hands = [], approvals = [], remarks = [] } = story ?? {};
  const { publishAt, publishedAt, withdrawnAt, withdrawalStatement } = version;
  return (
    <dl class="facts">
      <dt>{siteWords[language].risk}</dt>
      <dd>
        {riskInWords(version, language)}; {siteWords[language].changes[version.change]}
      </dd>
      <When title={w.published} at={publishedAt} language={language} />
      <When title={w.setFor} at={publishedAt ? null : publishAt} language={language} />
      <When title={w.withdrawn} at={withdrawnAt} language={language} />
      {withdrawalStatement && <dd class="text">{withdrawalStatement[language]}</dd>}
      <dt>{w.hands}</dt>
      <dd>
        {hands.map(({ name, act }) => `${name} (${actWords[language][act] ?? act})`).join(', ')}
      </dd>
      <dt>{w.approved}</dt>
      <dd>
        <Approvals approvals={approvals} language={language} />
      </dd>
      {version.importedVersion && (
        <>
          <dt>{w.imported}</dt>
          <dd>{version.importedVersion}</dd>
        </>
      )}
      {version.deviation && (
        <>
          <dt>{w.deviation}</dt>
          <dd class="text">{version.deviation}</dd>
        </>
      )}
      {remarks.map(({ at, text }) => (
        <>
          <dt>{w.sentBack}</dt>
          <dd>
            <Moment at={at} language={language} />: <span class="text">{text}</span>
          </dd>
        </>
      ))}
    </dl>
  );
}

type WhenProps = { title: string; at: Date | null; language: 'nl' | 'en' };

function When({ title, at, language }: WhenProps) {
  if (!at) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <Moment at={at} language={language} />
      </dd>
    </>
  );
}
