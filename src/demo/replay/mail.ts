import type {
  DispatchMoment,
  Moment,
  NoticeMoment,
  VersionMoment,
  WithdrawalMoment,
} from '../month/moment.ts';
import { awaitFanOut } from './await-fan-out.ts';
import type { Mailing, Stage } from './stage.ts';

/** The part of the people that answers what was sent by hand. */
const byHand = 0.3;

/** `stands`: it is published; else it is withdrawn. */
type Mistake = WithdrawalMoment & { stands: boolean };
type Mailed = VersionMoment | DispatchMoment | NoticeMoment | Mistake;

/** Does what sends mail, and waits until the mail is out. */
export async function mail<M extends Mailed>(
  stage: Stage,
  moment: M & { at: string },
  act: (moment: M) => Promise<void>,
): Promise<Mailing> {
  const { hub, world } = stage;
  const [last] = await hub.sql<{ id: number }[]>`SELECT max(id) AS id FROM dispatches`;
  const since = await world.count();
  await act(moment);
  const dispatches = await hub.sql<{ id: number; deadlineAt: Date | null }[]>`
    SELECT id, deadline_at FROM dispatches WHERE id > ${last?.id ?? 0} ORDER BY id`;
  const dispatchIds = dispatches.map(({ id }) => id);
  const name = `${dayOf(moment)}  ${nameOf(moment)}`;
  const isLast = moment.kind === 'withdrawal' && !moment.stands;
  if (dispatchIds.length > 0) await awaitFanOut(stage, name, { dispatchIds, isLast });
  else stage.report(`${name}  published`);
  const deadline = dispatches.find(({ deadlineAt }) => deadlineAt !== null)?.deadlineAt ?? null;
  const until = await world.count();
  const publication = moment.kind === 'version';
  const answering = publication ? moment.answering : byHand;
  return {
    name,
    publication,
    answering,
    at: new Date(moment.at),
    dispatchIds,
    since,
    until,
    asks: asksOf(moment),
    deadline,
  };
}

/** What the pages of its messages ask. */
function asksOf(moment: Mailed): Mailing['asks'] {
  const request = moment.kind === 'dispatch' ? moment.request : undefined;
  return request === undefined || request === 'acknowledge' ? 'answer' : request;
}

/** `18 Dec 11:00`, in Dutch time. */
export function dayOf({ at }: Pick<Moment, 'at'>): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  })
    .format(new Date(at))
    .replace(',', '');
}

function nameOf(moment: Mailed): string {
  if (moment.kind === 'notice') return moment.notice.padEnd(20);
  if (moment.kind === 'dispatch') return `${moment.of} ${moment.reason}`.padEnd(20);
  if (moment.kind === 'withdrawal')
    return `${moment.trackingId} ${moment.stands ? 'published' : 'withdrawn'}`;
  return `${moment.issue.version} published`.padEnd(20);
}
