import { type Choice, choices, type ResponseStatus } from './choice.ts';

/**
 * How an organisation stands to one version; where it was not in the audience there is no cell.
 * `open`: work remains, nobody of it has been reached yet.
 * `reached`: sent or delivered to at least one of its people, or taken by its machine later, and nobody has answered.
 * `unreached`: every address failed or bounced, was left out, or there was none.
 * `stopped`: its messages were stopped before they were sent, by a newer version for one.
 * `acknowledged`: somebody answered; the choice says what.
 */
export const cellStates = ['open', 'reached', 'unreached', 'stopped', 'acknowledged'] as const;
export type CellState = (typeof cellStates)[number];

export type Cell = {
  state: CellState;
  choice: Choice | null;
  /** To the newest request about this version that was answered. */
  response: ResponseStatus | null;
  /** A response was asked and has not come. */
  owes: boolean;
  /** A deadline passed without the answer that it was for. */
  overdue: boolean;
  /** A message to somebody of it failed or bounced. */
  failed: boolean;
};

/** How an organisation stands in one dispatch, as far as it decides its cell. */
export type Share = {
  choice: Choice | null;
  open: boolean;
  reached: boolean;
  failed: boolean;
  cancelled: boolean;
  response: ResponseStatus | null;
  owes: boolean;
  /** The dispatch's deadline has passed; and so it has for the response that it asked and did not get. */
  past: boolean;
  owesPast: boolean;
};

/** Two dispatches of one version to one organisation, the older one first. */
export function joinShares(older: Share, newer: Share): Share {
  return {
    choice: louder(older.choice, newer.choice),
    open: older.open || newer.open,
    reached: older.reached || newer.reached,
    failed: older.failed || newer.failed,
    cancelled: older.cancelled || newer.cancelled,
    response: newer.response ?? older.response,
    owes: older.owes || newer.owes,
    past: older.past || newer.past,
    owesPast: older.owesPast || newer.owesPast,
  };
}

function louder(one: Choice | null, other: Choice | null): Choice | null {
  if (one === null || other === null) return one ?? other;
  return choices.indexOf(one) > choices.indexOf(other) ? one : other;
}

/** What a share means. Whoever answered was reached, whatever the mail servers said. */
export function cellOf(share: Share): Cell {
  const { choice, response, owes, failed } = share;
  const overdue = (choice === null && share.past) || share.owesPast;
  return { state: stateOf(share), choice, response, owes, overdue, failed };
}

function stateOf({ choice, open, reached, failed, cancelled }: Share): CellState {
  if (choice !== null) return 'acknowledged';
  if (reached) return 'reached';
  if (open) return 'open';
  return cancelled && !failed ? 'stopped' : 'unreached';
}
