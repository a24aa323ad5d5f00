import type { Board, BoardRow } from '../../../src/acknowledgement/board.ts';
import type { Cell } from '../../../src/acknowledgement/cell.ts';
import type { Language } from '../../../src/advisory/language.ts';
import { kindWords } from '../../kind-words.ts';
import { Region, Versions } from './region.tsx';
import { choiceWords, responseWords, stateWords, words } from './words.ts';

type RowsProps = { board: Board; rows: BoardRow[]; language: Language };

/** How each organisation of this page stands to each version, by kind and sector. */
export function Rows({ board, rows, language }: RowsProps) {
  const w = words[language];
  if (rows.length === 0) return <p class="empty">{w.none}</p>;
  const groups = Map.groupBy(rows, (row) =>
    [kindWords[language][row.kind], row.sector].filter(Boolean).join(', '),
  );
  return (
    <Region id="by-organisation" title={w.perOrganisation}>
      <thead>
        <tr>
          <th scope="col">{w.organisation}</th>
          <Versions columns={board.columns} language={language} />
        </tr>
      </thead>
      {[...groups].map(([name, group]) => (
        <tbody>
          <tr>
            <th scope="rowgroup" colspan={board.columns.length + 1}>
              {name} ({group.length})
            </th>
          </tr>
          {group.map((row) => (
            <tr>
              <th scope="row">
                <a href={`/console/organisations/${row.organisationId}`}>{row.name}</a>
                <br />
                <a
                  class="quiet"
                  href={`/console/advisories/${board.trackingId}/calls/${row.organisationId}`}
                  aria-label={w.callOf(row.name)}
                >
                  {w.call}
                </a>
              </th>
              {row.cells.map((cell) => (
                <td>
                  <Standing cell={cell} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </Region>
  );
}

function Standing({ cell, language }: { cell: Cell | null; language: Language }) {
  const w = words[language];
  if (!cell) return <span class="quiet">{w.absent}</span>;
  const { state, choice, response, owes } = cell;
  const loud = state === 'unreached' || choice === 'call us';
  const said = choice
    ? choiceWords[language][choice]
    : stateWords[language][state as Exclude<typeof state, 'acknowledged'>];
  return (
    <>
      {loud ? <span class="tag urgent">{said}</span> : said}
      {response && `; ${responseWords[language][response]}`}
      {owes && `; ${w.owes}`}
    </>
  );
}
