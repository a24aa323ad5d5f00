import type { Kind } from '../audience/kind.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { type Cell, cellOf, joinShares, type Share } from './cell.ts';
import { type Alike, listRollUps, type RollUp } from './list-roll-ups.ts';

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
  const [[advisory], dispatches, rollUps, organisations] = await Promise.all([
    sql<{ trackingId: string }[]>`SELECT tracking_id FROM advisories WHERE id = ${advisoryId}`,
    dispatched,
    dispatched.then((all) => listByHalves(sql, all)),
    listOrganisations(sql),
  ]);
  if (!advisory) throw new HubError('not_found', `There is no advisory with id ${advisoryId}.`);
  const columns = columnsOf(dispatches);
  const rows = rowsOf(organisations, layOut(columns, dispatches, rollUps));
  return { advisoryId, trackingId: advisory.trackingId, columns, rows };
}

/** Side by side: of an advisory that many got in many versions, PostgreSQL spends most of the time here. */
async function listByHalves(sql: Sql, dispatches: Sent[]): Promise<Alike[]> {
  const ids = dispatches.map(({ id }) => id);
  const middle = ids.length >> 1;
  const [first, second] = await Promise.all([
    listRollUps(sql, ids.slice(0, middle)),
    listRollUps(sql, ids.slice(middle)),
  ]);
  return [...first, ...second];
}

type Sent = Column & { id: number; asks: boolean; past: boolean };

function listDispatches(sql: Sql, advisoryId: number) {
  return sql<Sent[]>`
    SELECT s.id, v.id AS version_id, v.ordinal, s.reason = 'withdrawal' AS withdrawal,
           coalesce(s.request_kind IN ('report back', 'comply or explain'), false) AS asks,
           coalesce(s.deadline_at < hub_now(), false) AS past
    FROM dispatches s JOIN versions v ON v.id = s.version_id
    WHERE v.advisory_id = ${advisoryId} AND s.expanded_at IS NOT NULL
    ORDER BY v.ordinal, withdrawal, s.id`;
}

type Group = Pick<BoardRow, 'kind' | 'sector'> & { ids: number[]; names: string[] };

/** In the board's order. A row per group: of rows the driver takes longer for 10,000 than PostgreSQL. */
const listOrganisations = (sql: Sql) => sql<Group[]>`
  SELECT kind, sector, json_agg(id) AS ids, json_agg(name) AS names
  FROM (SELECT id, kind, sector, name FROM organisations ORDER BY kind, sector NULLS FIRST, name) o
  GROUP BY kind, sector ORDER BY kind, sector NULLS FIRST`;

function shareOf(rollUp: RollUp, { asks, past }: Sent): Share {
  const owes = asks && rollUp.response === null;
  return { ...rollUp, owes, past, owesPast: owes && past };
}

const isSame = (one: Column, other: Column | undefined) =>
  one.versionId === other?.versionId && one.withdrawal === other.withdrawal;

function columnsOf(dispatches: Sent[]): Column[] {
  return dispatches
    .filter((dispatch, index) => !isSame(dispatch, dispatches[index - 1]))
    .map(({ versionId, ordinal, withdrawal }) => ({ versionId, ordinal, withdrawal }));
}

type Laid = Map<number, (Share | null)[]>;

/** Puts every organisation's share of every dispatch into its column; who stands alike has the same share. */
function layOut(columns: Column[], dispatches: Sent[], rollUps: Alike[]): Laid {
  const sentOf = new Map(dispatches.map((sent) => [sent.id, sent]));
  const laid: Laid = new Map();
  for (const { dispatchId, rollUp, organisationIds } of rollUps) {
    const sent = sentOf.get(dispatchId) as Sent;
    const index = columns.findIndex((column) => isSame(column, sent));
    const share = shareOf(rollUp, sent);
    for (const id of organisationIds) {
      let row = laid.get(id);
      if (!row) {
        row = columns.map(() => null);
        laid.set(id, row);
      }
      const before = row[index];
      row[index] = before ? joinShares(before, share) : share;
    }
  }
  return laid;
}

/** Shares become cells, one for all who have the same; who was sent nothing has no row. */
function rowsOf(organisations: Group[], laid: Laid): BoardRow[] {
  const made = new Map<Share, Cell>();
  const finish = (share: Share | null) => {
    if (!share) return null;
    const cell = made.get(share) ?? cellOf(share);
    made.set(share, cell);
    return cell;
  };
  return organisations.flatMap(({ kind, sector, ids, names }) =>
    ids.flatMap((organisationId, at) => {
      const shares = laid.get(organisationId);
      const name = names[at] as string;
      return shares ? [{ organisationId, name, kind, sector, cells: shares.map(finish) }] : [];
    }),
  );
}
