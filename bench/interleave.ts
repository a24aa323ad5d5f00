type Subjects = Record<string, () => Promise<unknown>>;
type Results<S extends Subjects> = { [N in keyof S]: Awaited<ReturnType<S[N]>>[] };

/** Runs each subject once per round, in an order that turns, so that none is always first. */
export async function interleave<S extends Subjects>(
  rounds: number,
  subjects: S,
): Promise<Results<S>> {
  const names = Object.keys(subjects) as (keyof S)[];
  const results = Object.fromEntries(names.map((name) => [name, [] as unknown[]]));
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] as string;
      results[name]?.push(await subjects[name]?.());
    }
  return results as Results<S>;
}
