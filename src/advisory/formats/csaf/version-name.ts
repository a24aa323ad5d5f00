/** What a branch of the product tree says of a version: one, or in the words of vers a range. */
export type VersionName = { category: 'product_version' | 'product_version_range'; name: string };

/** CSAF 2.0 §6.1.31: these words make a range of what should be one version. */
const rangeWords = /[<>]|(^|\s)(after|all|before|earlier|later|prior|versions)(\s|$)/i;
const comparison = /^(<=|>=|<|>|=)\s*([^\s<>=|,]+)$/;

/** How people write a range that has one end, in Dutch and in English; the version is the first group. */
const ranges: [RegExp, string][] = [
  [/^(?:up to and including|t\/m)\s+(\S+)$/i, '<='],
  [
    /^(\S+)\s+(?:and|or|en|of)\s+(?:earlier|prior|older|below|eerder|ouder|lager)(?:\s+versions?|\s+versies?)?$/i,
    '<=',
  ],
  [/^(?:before|prior to|earlier than|lower than|voor)\s+(\S+)$/i, '<'],
  [
    /^(\S+)\s+(?:and|or|en|of)\s+(?:later|newer|above|higher|later|nieuwer|hoger)(?:\s+versions?|\s+versies?)?$/i,
    '>=',
  ],
  [/^(?:after|later than|na)\s+(\S+)$/i, '>'],
];

/**
 * Names a version, which the hub keeps as text, as CSAF wants it (§3.1.2.3). A range that cannot be read stays
 * its own text, encoded: nothing is claimed that nobody said.
 */
export function nameVersion(text: string): VersionName {
  if (/^vers:[a-z.+-][a-z0-9.+-]*\/./.test(text)) {
    return { category: 'product_version_range', name: text };
  }
  const spoken = readSpoken(text);
  if (!spoken && !rangeWords.test(text)) return { category: 'product_version', name: text };
  const constraint = spoken ?? readCompared(text) ?? encodeURIComponent(text);
  return { category: 'product_version_range', name: `vers:generic/${constraint}` };
}

function readSpoken(text: string): string | null {
  if (/^(all|all versions|\*)$/i.test(text)) return '*';
  for (const [pattern, operator] of ranges) {
    const [, version] = pattern.exec(text) ?? [];
    if (version && !/[<>=|,]/.test(version)) return operator + encodeURIComponent(version);
  }
  return null;
}

/** `>= 12.1, < 12.4`, or a single one. */
function readCompared(text: string): string | null {
  const parts = text.split(/\s*[,|]\s*|\s+(?=[<>])/).map((part) => comparison.exec(part.trim()));
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return parts.map((part) => `${part?.[1]}${encodeURIComponent(part?.[2] ?? '')}`).join('|');
}
