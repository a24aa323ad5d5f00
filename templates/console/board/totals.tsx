import type { Board } from '../../../src/acknowledgement/board.ts';
import { type Coverage, coverageOf } from '../../../src/acknowledgement/coverage.ts';
import type { Language } from '../../../src/advisory/language.ts';
import type { Kind } from '../../../src/audience/kind.ts';
import { kindWords } from '../../kind-words.ts';
import { Region, Versions } from './region.tsx';
import { words } from './words.ts';

type TotalsProps = { board: Board; language: Language; by: 'kind' | 'sector' };

/** How many of each kind or sector heard and answered which version. */
export function Totals({ board, language, by }: TotalsProps) {
  const w = words[language];
  const { groups, total } = coverageOf(board, by);
  const nameOf = (name: string) =>
    by === 'kind' ? kindWords[language][name as Kind] : name || w.noSector;
  const ordered = groups.toSorted((a, b) => nameOf(a.name).localeCompare(nameOf(b.name), language));
  return (
    <Region id={`by-${by}`} title={by === 'kind' ? w.totals : w.sectors}>
      <thead>
        <tr>
          <th scope="col">{by === 'kind' ? w.kind : w.sector}</th>
          <Versions columns={board.columns} language={language} />
        </tr>
      </thead>
      <tbody>
        {[...ordered.map(({ name, columns }) => ({ name: nameOf(name), columns }))].map((group) => (
          <Line {...group} language={language} />
        ))}
        <Line name={w.everyone} columns={total} language={language} />
      </tbody>
    </Region>
  );
}

function Line(props: { name: string; columns: Coverage[]; language: Language }) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      {props.columns.map((coverage) => (
        <td>
          <Sum coverage={coverage} language={props.language} />
        </td>
      ))}
    </tr>
  );
}

function Sum({ coverage, language }: { coverage: Coverage; language: Language }) {
  const w = words[language];
  const { audience, heard, acknowledged, unreached, owing } = coverage;
  if (audience === 0) return <span class="quiet">{w.absent}</span>;
  const more = [
    [acknowledged, w.answered],
    [coverage.choices['call us'], w.calls],
    [owing, w.owing],
  ] as const;
  return (
    <>
      {w.heard(heard, audience)}
      {more.map(
        ([count, what]) =>
          count > 0 && (
            <>
              <br />
              {count} {what}
            </>
          ),
      )}
      {unreached > 0 && (
        <>
          <br />
          <strong>
            {unreached} {w.toReach}
          </strong>
        </>
      )}
    </>
  );
}
