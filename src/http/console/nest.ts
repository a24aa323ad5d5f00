import type { Typed } from '../../../templates/console/filled.ts';

const mostDepth = 8;
/** No list of a form is longer: a larger number is a name like any other, and makes no list of holes. */
const mostIndex = 2000;

type Branch = { [key: string]: Branch | string | string[] };

/**
 * What was typed as an object: `products.0.name` becomes `{ products: [{ name }] }`. A field that came once is a text,
 * one that came more often a list. Line ends are as people's files have them (LF).
 */
export function nest(typed: Typed): unknown {
  const root: Branch = Object.create(null);
  for (const [name, values] of Object.entries(typed)) {
    const path = name.split('.').slice(0, mostDepth);
    const last = path.pop() ?? '';
    const branch = path.reduce(descend, root);
    const texts = values.map((value) => value.replace(/\r\n?/g, '\n'));
    branch[last] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return toLists(root);
}

function descend(branch: Branch, key: string): Branch {
  const below = branch[key];
  if (below && typeof below === 'object' && !Array.isArray(below)) return below;
  const made: Branch = Object.create(null);
  branch[key] = made;
  return made;
}

/** Numbered fields become a list in order of their numbers: a row that was taken out leaves no hole. */
function toLists(branch: Branch): unknown {
  const keys = Object.keys(branch);
  const values = keys.map((key) => {
    const value = branch[key];
    return typeof value === 'object' && !Array.isArray(value) ? toLists(value) : value;
  });
  const isList = keys.length > 0 && keys.every((key) => /^\d{1,4}$/.test(key) && +key <= mostIndex);
  if (!isList) return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
  return keys
    .map((key, index) => ({ at: Number(key), value: values[index] }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ value }) => value);
}
