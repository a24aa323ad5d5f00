import type { Board, BoardRow } from '../../../src/acknowledgement/board.ts';
import type { BoardFilter } from '../../../src/acknowledgement/board-filter.ts';
import type { Suspect } from '../../../src/acknowledgement/list-suspects.ts';
import type { PhoneEntry } from '../../../src/acknowledgement/phone-list.ts';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { FilterForm } from './filter-form.tsx';
import { PhoneList } from './phone-list.tsx';
import { Rows } from './rows.tsx';
import { Suspects } from './suspects.tsx';
import { Totals } from './totals.tsx';
import { words } from './words.ts';

/** Rows on one page, and entries of the phone list above them. */
export const pageSize = 100;
const mostToPhone = 25;

export type BoardPageProps = {
  frame: Frame;
  title: string;
  board: Board;
  toPhone: PhoneEntry[];
  suspects: Suspect[];
  filter: BoardFilter;
  /** All rows that the filter means. */
  rows: BoardRow[];
  /** From 1. */
  page: number;
  filled?: Filled | undefined;
};

/** Who heard, who answered what, and first of all who has to be phoned. */
export function BoardPage(props: BoardPageProps) {
  const { frame, title, board, toPhone, rows, page } = props;
  const { language } = frame;
  const w = words[language];
  const { trackingId } = board;
  const path = `/console/advisories/${trackingId}`;
  const start = (page - 1) * pageSize;
  return (
    <ConsoleFrame {...frame} title={`${w.board} ${trackingId}`} here="advisories">
      <h1>
        {w.board} {trackingId}
      </h1>
      <p class="subject">{title}</p>
      <p class="actions">
        <a href={path}>{w.advisory}</a>
        <a href={`${path}/progress`}>{w.progress}</a>
        <a href={`${path}/responses`}>{w.responses}</a>
      </p>
      {board.rows.length === 0 && <p class="empty">{w.nobodyYet}</p>}
      <PhoneList
        entries={toPhone.slice(0, mostToPhone)}
        total={toPhone.length}
        trackingId={trackingId}
        language={language}
      />
      {toPhone.length > mostToPhone && (
        <p>
          <a href={`${path}/phone-list`}>{w.wholeList(toPhone.length)}</a>
        </p>
      )}
      <Suspects {...props} />
      <Totals board={board} language={language} by="kind" />
      <Totals board={board} language={language} by="sector" />
      <FilterForm {...props} />
      <Rows board={board} rows={rows.slice(start, start + pageSize)} language={language} />
      <Pages {...props} />
    </ConsoleFrame>
  );
}

/** Where in the rows this page is, and the ways on. */
function Pages({ frame, board, rows, page, filter }: BoardPageProps) {
  const w = words[frame.language];
  if (rows.length === 0) return null;
  const path = `/console/advisories/${board.trackingId}/board`;
  const to = (number: number) =>
    `${path}?${new URLSearchParams({ ...filter, page: String(number) })}#by-organisation`;
  const last = Math.min(page * pageSize, rows.length);
  const query = new URLSearchParams(filter);
  return (
    <p class="actions">
      <span>{w.shown((page - 1) * pageSize + 1, last, rows.length)}</span>
      {page > 1 && <a href={to(page - 1)}>{w.previous}</a>}
      {last < rows.length && <a href={to(page + 1)}>{w.next}</a>}
      <a href={`${path}.csv?${query}`}>{w.csv}</a>
      <a href={`${path}.json?${query}`}>{w.json}</a>
    </p>
  );
}
