import { findBoard } from '../acknowledgement/board.ts';
import { listToPhone } from '../acknowledgement/phone-list.ts';
import { findAdvisory } from '../advisory/advisory.ts';
import { formatOrdinal } from '../advisory/ordinal.ts';
import { listChannelProgress } from '../fanout/channel-progress.ts';
import { listCurrent } from '../fanout/list-current.ts';
import { listDispatches } from '../fanout/list-dispatches.ts';
import { type Stand, standOf } from '../fanout/stand.ts';
import type { Hub } from '../hub.ts';

const totals = ['open', 'sent', 'delivered', 'bounced', 'failed', 'cancelled', 'skipped'] as const;
type Total = (typeof totals)[number];

/** One dispatch as `status` tells it; `rate` is in messages a second. */
export type DispatchStatus = Record<Total, number> & {
  id: number;
  /** `NCSC-2019-0979 [1.03]`, or the title of a notice. */
  what: string;
  audience: string | null;
  reason: string;
  stand: Stand;
  rate: number;
};
/** How many organisations of an advisory have to be phoned. */
export type ToPhone = { trackingId: string; organisations: number };
export type Status = { dispatches: DispatchStatus[]; toPhone: ToPhone[] };

/** Most dispatches that are told of. */
const most = 200;

/**
 * What is running, or everything that was sent of one advisory.
 * @throws HubError not_found
 */
export async function takeStatus(hub: Hub, trackingId?: string): Promise<Status> {
  if (trackingId === undefined) {
    const current = await listCurrent(hub.sql);
    return {
      dispatches: await listStatuses(hub, { open: true }),
      toPhone: await countToPhone(
        hub,
        current.map(({ advisoryId }) => advisoryId),
      ),
    };
  }
  const { id: advisoryId } = await findAdvisory(hub.sql, trackingId);
  return {
    dispatches: await listStatuses(hub, { advisoryId }),
    toPhone: await countToPhone(hub, [advisoryId]),
  };
}

/** Dispatches with their totals, over all channels. */
export async function listStatuses(
  { sql }: Hub,
  sought: { open?: boolean; advisoryId?: number; ids?: number[] },
): Promise<DispatchStatus[]> {
  const dispatches = await listDispatches(sql, { ...sought, limit: most });
  const progress = await listChannelProgress(
    sql,
    dispatches.map(({ id }) => id),
  );
  return dispatches.map((dispatch) => {
    const own = progress.filter(({ dispatchId }) => dispatchId === dispatch.id);
    const sum = (key: Total | 'rate') => own.reduce((all, one) => all + one[key], 0);
    const { id, trackingId, ordinal, title, audience, reason } = dispatch;
    const numbers = Object.fromEntries(totals.map((key) => [key, sum(key)]));
    return {
      id,
      what: ordinal === null ? title.en : `${trackingId} [${formatOrdinal(ordinal)}]`,
      audience,
      reason,
      stand: standOf(dispatch),
      ...(numbers as Record<Total, number>),
      rate: Math.round(sum('rate') * 10) / 10,
    };
  });
}

async function countToPhone(hub: Hub, advisoryIds: number[]): Promise<ToPhone[]> {
  const counted: ToPhone[] = [];
  for (const advisoryId of advisoryIds) {
    const board = await findBoard(hub, { advisoryId });
    const { trackingId } = board;
    counted.push({ trackingId, organisations: (await listToPhone(hub, board)).length });
  }
  return counted;
}

/** Nothing moves any more, or would without an operator. */
export const isAtRest = ({ stand }: DispatchStatus) => stand === 'finished' || stand === 'stopped';
