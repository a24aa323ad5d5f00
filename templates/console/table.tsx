import type { Child } from 'hono/jsx';

type TableProps = {
  id: string;
  caption: Child;
  /** A heading right above says the same: the caption is for who cannot see that. */
  headed?: boolean;
  /** One heading per column; the first names the row (give its cells `<th scope="row">`). */
  head: readonly Child[];
  /** What is said, and what to do, where there are no rows. */
  empty: Child;
  /** `<tr>` elements. */
  rows: readonly Child[];
};

/** A table that may be wider than the screen: it scrolls within its own region, which the keyboard can reach. */
export function Table({ id, caption, headed, head, empty, rows }: TableProps) {
  if (rows.length === 0) return <p class="empty">{empty}</p>;
  return (
    <section class="wide" aria-labelledby={id} tabindex={0}>
      <table>
        <caption id={id} class={headed ? 'unseen' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {head.map((heading) => (
              <th scope="col">{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </section>
  );
}
