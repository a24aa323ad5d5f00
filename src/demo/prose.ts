/**
 * Text that is wrapped in the source: the lines of a paragraph are joined, an empty line parts paragraphs, and a line
 * that begins with `- ` stays a line of its own.
 */
export function prose(strings: TemplateStringsArray): string {
  return strings
    .join('')
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split(/\s*\n\s*(?=- )/)
        .map(joined)
        .join('\n'),
    )
    .join('\n\n');
}

const joined = (lines: string) => lines.trim().replace(/\s*\n\s*/g, ' ');
