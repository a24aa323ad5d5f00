/** What is not the writer's own words. */
const skipped = /^(style|script|head|blockquote)\b/i;
const lineEnds = /^(br\b|\/(p|div|li|tr|h[1-6])\b)/i;
const entities: Record<string, string> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/**
 * The text of an answer that came as HTML alone: without tags and without what it quotes. It is read once from left to
 * right, however it was broken; a page is not made of it again.
 */
export function plainOf(html: string): string {
  const [first = '', ...pieces] = html.split('<');
  let text = first;
  let within: string | null = null;
  for (const piece of pieces) {
    const end = piece.indexOf('>');
    const tag = end === -1 ? piece : piece.slice(0, end);
    const opens = skipped.exec(tag)?.[1]?.toLowerCase();
    if (within === null && opens) within = opens;
    if (within !== null) {
      if (tag.toLowerCase() === `/${within}`) within = null;
      else continue;
    }
    if (lineEnds.test(tag)) text += '\n';
    if (end !== -1) text += piece.slice(end + 1).replace(/\s+/g, ' ');
  }
  return text.replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? '');
}
