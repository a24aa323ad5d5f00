/**
 * The circles in what everyone says is above it, each once, from one of its members up and round; linear in their number,
 * for a file may hold a chain of a hundred thousand.
 */
export function findCycles(above: Map<string, string>): string[][] {
  const cycles: string[][] = [];
  const walk = new Map<string, number>();
  let number = 0;
  for (const start of above.keys()) {
    number += 1;
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !walk.has(at)) {
      walk.set(at, number);
      path.push(at);
      at = above.get(at);
    }
    if (at !== undefined && walk.get(at) === number) cycles.push(path.slice(path.indexOf(at)));
  }
  return cycles;
}
