import type { Child } from 'hono/jsx';
import type { Column } from '../../../src/acknowledgement/board.ts';
import type { Language } from '../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import { words } from './words.ts';

type RegionProps = { id: string; title: string; children: Child };

/** A table that may be wider than the screen: it scrolls within its own region, which the keyboard can reach. */
export function Region({ id, title, children }: RegionProps) {
  return (
    <>
      <h2 id={id}>{title}</h2>
      <section class="wide" aria-labelledby={id} tabindex={0}>
        <table>{children}</table>
      </section>
    </>
  );
}

/** One heading per version. */
export function Versions({ columns, language }: { columns: Column[]; language: Language }) {
  return (
    <>
      {columns.map(({ ordinal, withdrawal }) => (
        <th scope="col">
          {formatOrdinal(ordinal)} {withdrawal && words[language].withdrawn}
        </th>
      ))}
    </>
  );
}
