import type { Clash } from '../../../../templates/console/advisory/edit/conflict.tsx';
import type { Typed } from '../../../../templates/console/filled.ts';

/** Lists whose rows are shown together: row by row, one that was put in between would make all others differ. */
const together = /^(content\.(products|cvss|references|coveringNotes)|matrix)\..*$/;

/** Where the form differs from what is stored, field by field. */
export function clashesOf(typed: Typed, stored: Typed): Clash[] {
  const mine = blocks(typed);
  const theirs = blocks(stored);
  const paths = [...new Set([...mine.keys(), ...theirs.keys()])];
  return paths
    .map((path) => ({ path, typed: mine.get(path) ?? '', stored: theirs.get(path) ?? '' }))
    .filter((clash) => clash.typed.trim() !== clash.stored.trim());
}

function blocks(typed: Typed): Map<string, string> {
  const all = new Map<string, string>();
  for (const [name, [value = '']] of Object.entries(typed)) {
    if (name === 'revision' || name === 'do') continue;
    const block = together.exec(name)?.[1];
    const text = value.replace(/\r\n?/g, '\n').trim();
    if (!block) all.set(name, text);
    else if (text !== '')
      all.set(block, `${all.get(block) ?? ''}${name.slice(block.length + 1)}: ${text}\n`);
  }
  return all;
}
