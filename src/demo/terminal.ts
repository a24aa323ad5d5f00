/** Tells how the demo goes: a passing line is written over by the next, where there is a terminal to do so. */
export function createTerminal(out: NodeJS.WriteStream = process.stdout) {
  let passing = false;
  return function report(line: string, options: { passing: boolean } = { passing: false }): void {
    if (options.passing && !out.isTTY) return;
    const over = passing ? '\r\u001b[K' : '';
    passing = options.passing;
    // Cut to the width: a line that wraps cannot be written over.
    out.write(over + (passing ? line.slice(0, (out.columns ?? 80) - 1) : `${line}\n`));
  };
}
