import type { Typed } from '../../../../templates/console/filled.ts';
import { flatten } from '../flatten.ts';
import { nest } from '../nest.ts';

/** The first field of a new row, by its list; it takes the focus. */
const firstField = [
  [/^content\.products$/, 'vendor'],
  [/^content\.products\.\d{1,4}\.versions$/, 'version'],
  [/^content\.cvss$/, 'cve'],
  [/^content\.references$/, 'title'],
  [/^content\.coveringNotes$/, 'audienceId'],
] as const;

type Changed = { typed: Typed; focus?: string };

/**
 * Does what a button of the form asks that changes only what is on the page: `add content.products`,
 * `remove content.products.3`, `clear matrix`, `compute`. Null when it is another button, one that stores.
 */
export function changeRows(typed: Typed, action: string): Changed | null {
  const [verb, path = ''] = action.split(' ', 2);
  if (action === 'compute') return { typed: tidy(typed), focus: 'outcome' };
  if (action === 'clear matrix') return { typed: without(typed, 'matrix'), focus: 'outcome' };
  if (verb === 'remove') return { typed: tidy(without(typed, path)) };
  const first = firstField.find(([list]) => list.test(path))?.[1];
  if (verb !== 'add' || !first) return null;
  const tidied = tidy(typed);
  const field = `${path}.${countOf(tidied, path)}.${first}`;
  return { typed: { ...tidied, [field]: [''] }, focus: field };
}

const without = (typed: Typed, path: string): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(([name]) => name !== path && !name.startsWith(`${path}.`)),
  );

/** Rows are numbered anew, so that one that was taken out leaves no hole. */
export const tidy = (typed: Typed): Typed => flatten(nest(typed));

function countOf(typed: Typed, list: string): number {
  const numbers = Object.keys(typed)
    .filter((name) => name.startsWith(`${list}.`))
    .map((name) => Number(name.slice(list.length + 1).split('.', 1)[0]));
  return Math.max(-1, ...numbers) + 1;
}
