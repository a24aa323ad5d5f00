// What a text may hold, the hub's own rules say (`text.ts`); others' documents hold anything.
const unprintable = /[^\t\n\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A document's text as one that the hub's own rules take: at most `max` characters, cut at the end. */
export function fitProse(text: string, max: number): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(unprintable, ' ').normalize('NFC').trim();
  if (clean.length <= max) return clean;
  return clean
    .slice(0, max - 1)
    .replace(unprintable, '')
    .trimEnd()
    .concat('…');
}

/** The same on one line. */
export function fitLine(text: string, max: number): string {
  return fitProse(text.replace(/\s+/g, ' '), max);
}
