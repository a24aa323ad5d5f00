import type { Language } from '../language.ts';
import type { Version } from '../version.ts';
import { outline, type Section } from './outline.ts';

/** A version as Markdown (CommonMark), in one language; nothing that its author wrote is read as markup. */
export function writeMarkdown(version: Version, language: Language): string {
  const { title, facts, sections } = outline(version, language);
  const list = facts.map(([name, value]) => `- **${quiet(name)}:** ${quiet(value)}`).join('\n');
  const blocks = [`# ${quiet(title)}`, list, ...sections.map(writeSection)];
  return `${blocks.join('\n\n')}\n`;
}

function writeSection({ heading, body }: Section): string {
  const head = `## ${quiet(heading)}\n\n`;
  if ('prose' in body) return head + body.prose.split('\n').map(escapeLine).join('\n');
  const items = body.items.map(({ text, url }) =>
    url
      ? `- [${quiet(text)}](<${url.replace(/[<>\\]/g, encodeURIComponent)}>)`
      : `- ${quiet(text)}`,
  );
  return head + items.join('\n');
}

/** Every character that could begin markup within a line (CommonMark 0.31 §2.4), and an address that would link itself. */
function quiet(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/\b(https?|ftp):|\bwww\./gi, (found) => found.replace(/[:.]$/, '\\$&'));
}

/** Lists that people type stay lists; what would make a heading, a rule, a number or code of a line does not. */
function escapeLine(line: string): string {
  return quiet(line.trim())
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([+=])/, '\\$1')
    .replace(/^-(?!\s\S)/, '\\-');
}
