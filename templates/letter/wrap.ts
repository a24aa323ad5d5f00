const width = 72;

/** Breaks a line between words at 72 characters; `first` stands before it, as many spaces before what follows. */
export function wrap(line: string, first = ''): string {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let current = first;
  let empty = true;
  for (const word of line.split(/[ \t]+/).filter((word) => word !== '')) {
    // Nothing splits an address: a word that is too long stands by itself.
    if (!empty && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent + word;
    } else current += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(current);
  return lines.join('\n');
}
