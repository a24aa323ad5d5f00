import type { Kind } from '../audience/kind.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { type Cell, cellOf, joinShares, type Share } from './cell.ts';

/** A version, or its withdrawal, which is answered by itself. */
export type Column = { versionId: number; ordinal: number; withdrawal: boolean };

export type BoardRow = {
  organisationId: number;
  name: string;
  kind: Kind;
  sector: string | null;
  /** One per column; null where the organisation was not in the audience. */
  cells: (Cell | null)[];
};

/** Rows are in order of kind, sector and name. */
export type Board = { advisoryId: number; trackingId: string; columns: Column[]; rows: BoardRow[] };

/** Who heard which version of an advisory, and what they said. @throws HubError not_found */
export async function findBoard(
  { sql }: Hub,
  { advisoryId }: { advisoryId: number },
): Promise<Board> {
  const dispatched = listDispatches(sql, advisoryId);
  const [[advisory], dispatches, shares, organisations] = await Promise.all([
    sql<{ trackingId: string }[]>`SELECT tracking_id FROM advisories WHERE id = ${advisoryId}`,
    dispatched,
    dispatched.then((dispatches) => listShares(sql, dispatches)),
    listOrganisations(sql),
  ]);
  if (!advisory) throw new HubError('not_found', `There is no advisory with id ${advisoryId}.`);
  const columns = columnsOf(dispatches);
  const cells = layOut(columns, dispatches, shares);
  const rows = organisations.flatMap((organisation) => {
    const own = cells.get(organisation.organisationId);
    return own ? [{ ...organisation, cells: own }] : [];
  });
  return { advisoryId, trackingId: advisory.trackingId, columns, rows };
}

type Sent = Column & { id: number; asks: boolean; past: boolean };
type SharedBy = Pick<Share, 'choice' | 'response'> & {
  dispatchId: number;
  unanswered: boolean;
  /** Open 1, reached 2, failed 4, cancelled 8: one key to group by instead of four. */
  flags: number;
  organisationIds: string;
};

function listDispatches(sql: Sql, advisoryId: number) {
  return sql<Sent[]>`
    SELECT s.id, v.id AS version_id, v.ordinal, s.reason = 'withdrawal' AS withdrawal,
           coalesce(s.request_kind IN ('report back', 'comply or explain'), false) AS asks,
           coalesce(s.deadline_at < hub_now(), false) AS past
    FROM dispatches s JOIN versions v ON v.id = s.version_id
    WHERE v.advisory_id = ${advisoryId} AND s.expanded_at IS NOT NULL
    ORDER BY v.ordinal, withdrawal, s.id`;
}

const listOrganisations = (sql: Sql) => sql<Omit<BoardRow, 'cells'>[]>`
  SELECT id AS organisation_id, name, kind, sector FROM organisations
  ORDER BY kind, sector NULLS FIRST, name`;

/**
 * The one query over the roll-ups. It groups by how organisations stand, not by organisation: of 70,000 roll-ups
 * some dozens of rows come back, each with the ids of all who stand alike.
 */
function listShares(sql: Sql, dispatches: Sent[]) {
  return sql<SharedBy[]>`
    SELECT dispatch_id, choice, response_status AS response, responded_at IS NULL AS unanswered,
           (open > 0)::int + 2 * (reached_at IS NOT NULL)::int + 4 * (failed + bounced > 0)::int
             + 8 * (cancelled > 0)::int AS flags,
           string_agg(organisation_id::text, ',') AS organisation_ids
    FROM organisation_dispatches
    WHERE dispatch_id = ANY(${dispatches.map(({ id }) => id)}::int[])
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY dispatch_id`;
}

function shareOf({ choice, response, unanswered, flags }: SharedBy, { asks, past }: Sent): Share {
  const [open, reached] = [(flags & 1) > 0, (flags & 2) > 0];
  const [failed, cancelled] = [(flags & 4) > 0, (flags & 8) > 0];
  const owes = unanswered && asks;
  return { choice, response, open, reached, failed, cancelled, owes, past, owesPast: owes && past };
}

const isSame = (one: Column, other: Column | undefined) =>
  one.versionId === other?.versionId && one.withdrawal === other.withdrawal;

function columnsOf(dispatches: Sent[]): Column[] {
  return dispatches
    .filter((dispatch, index) => !isSame(dispatch, dispatches[index - 1]))
    .map(({ versionId, ordinal, withdrawal }) => ({ versionId, ordinal, withdrawal }));
}

/** Puts every organisation's share of every dispatch into its cell. */
function layOut(columns: Column[], dispatches: Sent[], shares: SharedBy[]) {
  const sentOf = new Map(dispatches.map((sent) => [sent.id, sent]));
  const board = new Map<number, (Share | null)[]>();
  for (const shared of shares) {
    const sent = sentOf.get(shared.dispatchId) as Sent;
    const index = columns.findIndex((column) => isSame(column, sent));
    const share = shareOf(shared, sent);
    for (const text of shared.organisationIds.split(',')) {
      const id = Number(text);
      let row = board.get(id);
      if (!row) {
        row = columns.map(() => null);
        board.set(id, row);
      }
      const before = row[index];
      row[index] = before ? joinShares(before, share) : share;
    }
  }
  return finish(board);
}

/** Shares become cells; whoever stands alike shares one. */
function finish(board: Map<number, (Share | null)[]>) {
  const made = new Map<Share, Cell>();
  const finished = (share: Share) => {
    const cell = made.get(share) ?? cellOf(share);
    made.set(share, cell);
    return cell;
  };
  return new Map(
    [...board].map(([id, row]) => [id, row.map((share) => share && finished(share))] as const),
  );
}
