/** A CWE by id, with the name that its catalogue gives it: CSAF 2.0 §6.1.11 wants both. */
export type Weakness = { id: string; name: string };

/** Looks CWE ids up; one that the catalogue does not know is not there. */
export async function findWeaknesses(ids: string[]): Promise<Map<string, Weakness>> {
  if (ids.length === 0) return new Map();
  const { weaknesses } = await import('@secvisogram/csaf-validator-lib/cwe.js');
  const wanted = weaknesses.filter(({ id }) => ids.includes(id));
  return new Map(wanted.map(({ id, name }) => [id, { id, name }]));
}
