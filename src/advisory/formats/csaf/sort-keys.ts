/** The same JSON with the keys of every object in alphabetical order (CSAF 2.0 §6.2.13). */
export function sortKeys<T>(value: T): T {
  return sort(value) as T;
}

const { compare } = new Intl.Collator();

function sort(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sort);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => compare(a, b)).map(([key, each]) => [key, sort(each)]),
  );
}
