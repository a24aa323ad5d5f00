import type { Typed } from '../../filled.ts';

/** No list of the form is longer; a number above it is no row's. */
const mostRows = 2000;

/** How many rows each list of a form has, by the list's name (`content.products.0.versions`); rows count from 0. */
export function countRows(typed: Typed): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of Object.keys(typed)) {
    const parts = name.split('.');
    parts.forEach((part, index) => {
      if (!/^\d{1,4}$/.test(part) || Number(part) > mostRows) return;
      const list = parts.slice(0, index).join('.');
      counts.set(list, Math.max(counts.get(list) ?? 0, Number(part) + 1));
    });
  }
  return counts;
}
