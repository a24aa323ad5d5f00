import type { Message, Part } from './part.ts';
import { readProse } from './prose.ts';
import { wrap } from './wrap.ts';

/** The letter as plain text, which says everything that the HTML says. */
export function renderText({ tlp, title, parts, foot }: Message): string {
  const blocks = [
    ...(tlp ? [`TLP:${tlp}`] : []),
    wrap(title),
    ...parts.map(renderPart),
    '-- ',
    ...foot.map(renderPart),
    ...(tlp ? [`TLP:${tlp}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderPart(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `${wrap(part.text)}\n${'-'.repeat(Math.min(72, part.text.length))}`;
    case 'prose':
      return renderProse(part.text);
    case 'facts':
      return part.facts.map(([name, value]) => wrap(`${name}: ${value}`)).join('\n');
    case 'list':
      return renderList(part.items);
    case 'links':
      return part.links.map(({ title, url }) => `${wrap(title, '- ')}\n  ${url}`).join('\n');
    case 'action':
      return `${wrap(`${part.link.title}:`)}\n${part.link.url}\n\n${wrap(part.note)}`;
    case 'box':
      return part.parts.map(renderPart).join('\n\n');
  }
}

const renderList = (items: string[]) => items.map((item) => wrap(item, '- ')).join('\n');

function renderProse(text: string): string {
  return readProse(text)
    .map((piece) =>
      piece.kind === 'list'
        ? renderList(piece.items)
        : piece.lines.map((line) => wrap(line)).join('\n'),
    )
    .join('\n\n');
}
