import { Table } from '../../table.tsx';
import type { EditWords } from './words.ts';

/** A field as one person typed it and another stored it. */
export type Clash = { path: string; typed: string; stored: string };
type ConflictProps = { clashes: readonly Clash[]; by: string; href: string; w: EditWords };

/** What two people wrote in the same place, side by side: whoever saved second decides, and loses nothing. */
export function Conflict({ clashes, by, href, w }: ConflictProps) {
  return (
    <section class="banner" aria-labelledby="conflict" tabindex={-1} autofocus>
      <h2 id="conflict">
        {w.conflict}: {by}
      </h2>
      <p>{w.conflictHint}</p>
      <Table
        id="clashes"
        caption={w.conflict}
        head={[w.field, w.yours, w.stored]}
        empty={w.empty}
        rows={clashes.map(({ path, typed, stored }) => (
          <tr>
            <th scope="row">
              <code>{path}</code>
            </th>
            <td class="text">{typed || w.empty}</td>
            <td class="text">{stored || w.empty}</td>
          </tr>
        ))}
      />
      <p>
        <a href={href}>{w.discard}</a>
      </p>
    </section>
  );
}
