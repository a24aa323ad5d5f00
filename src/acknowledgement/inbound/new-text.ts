/** Where what was quoted begins: what mail programs write above it. */
const beginnings = [
  /^-{2,} ?(original message|oorspronkelijk bericht|forwarded message|doorgestuurd bericht|urspr(ü|ue)ngliche nachricht)/i,
  /^_{10,}$/,
  /^(on|op|am|le)\b.{3,300}\b(wrote|schreef|schrieb|(a )?écrit)\b.{0,100}:$/i,
  /^(from|van|von): .{1,200}$/i,
  /^-- ?$/,
];
/** A line over an answer that was broken in two. */
const halfBeginning = /^(on|op|am|le)\b.{3,200}$/i;
const otherHalf = /\b(wrote|schreef|schrieb|écrit)\b.{0,100}:$/i;

/** What somebody wrote above and between what they quoted, without their signature; at most 2,000 characters. */
export function newText(text: string): string {
  const lines = text.replaceAll('\r', '').split('\n');
  const end = lines.findIndex((line, index) => begins(line.trim(), lines[index + 1]?.trim() ?? ''));
  const kept = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !/^\s*>/.test(line));
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replaceAll('\0', '')
    .trim()
    .slice(0, 2000)
    .toWellFormed();
}

const begins = (line: string, next: string) =>
  beginnings.some((beginning) => beginning.test(line)) ||
  (halfBeginning.test(line) && otherHalf.test(next));
