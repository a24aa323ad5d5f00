/** A piece of running text: lines that belong together, or a list. */
export type Piece = { kind: 'paragraph'; lines: string[] } | { kind: 'list'; items: string[] };

const bullet = /^\s*[-*•]\s+/;

/** Reads text as its author typed it: an empty line ends a piece, a dash begins an item, a line end stays one. */
export function readProse(text: string): Piece[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((block) => readBlock(block.split('\n').filter((line) => line.trim() !== '')));
}

function readBlock(lines: string[]): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    const text = line.replace(bullet, '').trim();
    if (bullet.test(line)) {
      if (last?.kind === 'list') last.items.push(text);
      else pieces.push({ kind: 'list', items: [text] });
    } else if (last?.kind === 'paragraph') last.lines.push(text);
    else if (last?.kind === 'list' && /^\s/.test(line)) continueItem(last.items, text);
    else pieces.push({ kind: 'paragraph', lines: [text] });
  }
  return pieces;
}

/** An indented line goes on with the item above it. */
function continueItem(items: string[], text: string): void {
  items.push(`${items.pop()} ${text}`);
}
