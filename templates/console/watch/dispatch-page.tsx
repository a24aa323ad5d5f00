import type { Child } from 'hono/jsx';
import type { Language } from '../../../src/advisory/language.ts';
import type { DispatchChange } from '../../../src/fanout/list-changes.ts';
import type { ListedDispatch } from '../../../src/fanout/list-dispatches.ts';
import type { Failure } from '../../../src/fanout/list-failures.ts';
import { Moment } from '../../moment.tsx';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { reasonInWords } from '../left-out.ts';
import { Table } from '../table.tsx';
import { words } from './dispatch-words.ts';
import { Failures } from './failures.tsx';
import { Hold } from './hold.tsx';
import { Live, type Liveness, liveFrame } from './live.tsx';
import { audienceName, dispatchName } from './name.ts';
import { type Progressing, ProgressTable } from './progress-table.tsx';
import { requestWords } from './words.ts';

type DispatchPageProps = Progressing & {
  frame: Frame;
  dispatch: ListedDispatch;
  failures: Failure[];
  changes: DispatchChange[];
  live: Liveness;
  filled?: Filled | undefined;
};

/** One dispatch: what it is, how it is getting on, and the ways to hold it up. */
export function DispatchPage(props: DispatchPageProps) {
  const { frame, dispatch, changes, live, filled } = props;
  const { language, caller } = frame;
  const w = words[language];
  const name = dispatchName(dispatch, language);
  const holds = caller.roles.includes('duty officer') || caller.roles.includes('approver');
  return (
    <ConsoleFrame {...frame} {...liveFrame(live)} title={name} here="dispatches">
      <h1>{name}</h1>
      <p class="subject">{dispatch.title[language]}</p>
      <Because dispatch={dispatch} language={language} />
      <Live live={live} language={language}>
        <ProgressTable {...props} language={language} />
        <p>
          <a href={`/console/dispatches/${dispatch.id}/deliveries`}>{w.deliveries}</a>
        </p>
        <Failures {...props} language={language} />
      </Live>
      {holds && <Hold dispatch={dispatch} language={language} filled={filled} />}
      {changes.length > 0 && <Changes changes={changes} language={language} />}
      <h2>{w.what}</h2>
      <Facts dispatch={dispatch} language={language} />
    </ConsoleFrame>
  );
}

type OwnProps = { dispatch: ListedDispatch; language: Language };

function Because({ dispatch, language }: OwnProps) {
  const w = words[language];
  const { pausedAt, pausedReason, stoppedAt, stoppedReason } = dispatch;
  if (stoppedAt)
    return (
      <p class="banner">
        {w.stoppedBecause}, <Moment at={stoppedAt} language={language} />:{' '}
        {reasonInWords(stoppedReason ?? '', language)}
      </p>
    );
  if (!pausedAt) return null;
  return (
    <p class="loud">
      {w.pausedBecause}, <Moment at={pausedAt} language={language} />: {pausedReason}
    </p>
  );
}

function Changes({ changes, language }: { changes: DispatchChange[]; language: Language }) {
  const w = words[language];
  const rows = changes.map(({ change, contact, organisation, channel }) => (
    <tr>
      <th scope="row">{contact ?? w.subscriber}</th>
      <td>{organisation}</td>
      <td>{channel}</td>
      <td>{w[change]}</td>
    </tr>
  ));
  const head = [w.contact, w.organisation, w.channel, w.change];
  return (
    <>
      <h2>{w.changes}</h2>
      <Table id="changes" caption={w.changes} head={head} empty="" rows={rows} />
    </>
  );
}

function Facts({ dispatch, language }: OwnProps) {
  const w = words[language];
  const { roles, requestKind, requestedBy, deadlineAt, conditions, coveringNote } = dispatch;
  const facts: [string, Child][] = [
    [w.to, audienceName(dispatch, language)],
    [w.roles, roles.length > 0 ? roles.join(', ') : w.everyRole],
    [w.rule, w[dispatch.channelRule]],
    [w.created, <Moment at={dispatch.createdAt} language={language} />],
  ];
  const { expandedAt, addressCount, finishedAt } = dispatch;
  if (requestKind) facts.push([w.asks, requestWords[language][requestKind]]);
  if (requestedBy) facts.push([w.requestedBy, requestedBy]);
  if (deadlineAt) facts.push([w.deadline, <Moment at={deadlineAt} language={language} />]);
  if (conditions.length > 0)
    facts.push([w.conditions, conditions.map((condition) => condition[language]).join(' · ')]);
  if (coveringNote) facts.push([w.note, coveringNote[language]]);
  if (expandedAt)
    facts.push([
      w.expanded,
      <>
        <Moment at={expandedAt} language={language} />, {w.addresses(addressCount ?? 0)}
      </>,
    ]);
  if (finishedAt) facts.push([w.finished, <Moment at={finishedAt} language={language} />]);
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd class="text">{value}</dd>
        </>
      ))}
    </dl>
  );
}
