import type { Chat, Run } from '../../src/channel/channel.ts';
import type { Link, Manner, Message, Part } from './part.ts';
import { readProse } from './prose.ts';

/**
 * The letter as a chat shows it: the same parts, without the foot of a mail. The one action is no line of text but the
 * way to the recipient's own page, beside the choices.
 */
export function renderChat(message: Message, { page, thread, choices }: Manner): Chat {
  const { tlp, subject, title, parts } = message;
  const head: Run = { text: tlp ? subject : title, strong: true };
  return {
    runs: [head, ...parts.flatMap(renderPart).flatMap((runs) => [{ text: '\n\n' }, ...runs])],
    more: page,
    choices,
    page: findAction(parts),
    thread,
  };
}

/** A part as paragraphs of runs. */
function renderPart(part: Part): Run[][] {
  switch (part.kind) {
    case 'heading':
      return [[{ text: part.text, strong: true }]];
    case 'prose':
      return prose(part.text).map((text) => [{ text }]);
    case 'facts':
      return [[{ text: part.facts.map(([name, value]) => `${name}: ${value}`).join('\n') }]];
    case 'list':
      return part.items.length > 0 ? [[{ text: listed(part.items) }]] : [];
    case 'links':
      return [[{ text: listed(part.links.map(({ title, url }) => `${title}: ${url}`)) }]];
    case 'action':
      return [];
    case 'box':
      return part.parts.flatMap(renderPart);
  }
}

const listed = (items: string[]) => items.map((item) => `• ${item}`).join('\n');

const prose = (text: string) =>
  readProse(text).map((piece) =>
    piece.kind === 'list' ? listed(piece.items) : piece.lines.join('\n'),
  );

function findAction(parts: Part[]): Link | null {
  for (const part of parts) {
    if (part.kind === 'action') return part.link;
    const inside = part.kind === 'box' ? findAction(part.parts) : null;
    if (inside) return inside;
  }
  return null;
}
