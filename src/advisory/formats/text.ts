import type { Language } from '../language.ts';
import type { Version } from '../version.ts';
import { outline, type Section } from './outline.ts';

/** A version as plain text, in one language: marked with its label at both ends, as TLP 2.0 wants of a document. */
export function writeText(version: Version, language: Language): string {
  const { title, facts, sections } = outline(version, language);
  const mark = `TLP:${version.tlp}`;
  const lines = facts.map(([name, value]) => `${name}: ${value}`).join('\n');
  const blocks = [mark, title, lines, ...sections.map(writeSection), mark];
  return `${blocks.join('\n\n')}\n`;
}

function writeSection({ heading, body }: Section): string {
  const under = `${heading}\n${'-'.repeat(heading.length)}`;
  if ('prose' in body) return `${under}\n${body.prose}`;
  const items = body.items.map(({ text, url }) => (url ? `- ${text}\n  ${url}` : `- ${text}`));
  return `${under}\n${items.join('\n')}`;
}
