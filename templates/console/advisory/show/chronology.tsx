import type { Advisory } from '../../../../src/advisory/advisory.ts';
import type { Moment as Happening } from '../../../../src/advisory/chronology.ts';
import type { Language } from '../../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../../src/advisory/ordinal.ts';
import { Moment } from '../../../moment.tsx';
import type { Frame } from '../../frame.tsx';
import { Table } from '../../table.tsx';
import { noticeKindWords, showWords } from '../show-words.ts';

type ChronologyProps = { moments: readonly Happening[]; advisory: Advisory; frame: Frame };

/** What happened, elsewhere and here, in order, on whose decision. */
export function Chronology({ moments, advisory, frame }: ChronologyProps) {
  const { language, caller } = frame;
  const w = showWords[language];
  const mayRecord = caller.roles.some((role) =>
    ['author', 'approver', 'duty officer'].includes(role),
  );
  return (
    <>
      <h2>{w.events}</h2>
      {mayRecord && (
        <p>
          <a class="button second" href={`/console/advisories/${advisory.trackingId}/events/new`}>
            {w.record}
          </a>
        </p>
      )}
      <Table
        id="chronology"
        headed
        caption={w.events}
        head={[w.when, w.what, w.who]}
        empty={w.noEvents}
        rows={moments.map((moment) => (
          <tr>
            <th scope="row">
              <Moment at={moment.at} language={language} />
            </th>
            <td>
              <What moment={moment} language={language} />
            </td>
            <td>{'decision' in moment ? moment.decision.operator : '–'}</td>
          </tr>
        ))}
      />
    </>
  );
}

function What({ moment, language }: { moment: Happening; language: Language }) {
  const w = showWords[language];
  switch (moment.kind) {
    case 'event':
      return (
        <>
          <span class="text">{moment.what[language]}</span> ({w.source}: {moment.source};{' '}
          {w.learned}: <Moment at={moment.learnedAt} language={language} />)
        </>
      );
    case 'version':
      return (
        <>
          {w.version} {formatOrdinal(moment.ordinal)}: {moment.title[language]}
        </>
      );
    case 'withdrawal':
      return (
        <>
          {w.withdrawal} {formatOrdinal(moment.ordinal)}: {moment.statement[language]}
        </>
      );
    case 'notice':
      return (
        <>
          {noticeKindWords[language][moment.noticeKind]}:{' '}
          <a href={`/console/notices/${moment.id}`}>{moment.title[language]}</a>
        </>
      );
    case 'dispatch':
      return (
        <>
          {w.dispatch}{' '}
          <a href={`/console/dispatches/${moment.id}`}>{moment.audience ?? moment.reason}</a>
          {moment.addressCount !== null && ` (${w.addresses(moment.addressCount)})`}
          {moment.stoppedReason && `; ${moment.stoppedReason}`}
        </>
      );
  }
}
