import type { Finished, Recipient } from '../channel.ts';
import { wireAddress } from './address.ts';
import type { Gap, Segments } from './compose.ts';
import { contentType, type Sender } from './header.ts';
import { encodePart } from './quoted-printable.ts';

/** What the transport needs beside the bytes. */
export type Envelope = {
  from: string;
  to: string;
  /** RFC 3461: comes back in every report on this message. */
  envid: string;
  notify: ('SUCCESS' | 'FAILURE' | 'DELAY')[];
  /** Not all of the message is ASCII: its To is not. */
  eightBit: boolean;
};

/** What a message holds, and what that is. ASCII; of all headers only To may hold more (RFC 6532). */
export type Entity = { contentType: string; body: string };

/** A message before it may be signed or encrypted. Headers are each line with its CRLF, without the Content-Type. */
export type Draft = Entity & {
  headers: string;
  /** The headers that everybody on the way may read, where the rest is encrypted. */
  cover: string;
  envelope: Omit<Envelope, 'eightBit'>;
};

/** How many earlier messages References names at most; the first, which holds the thread, is always one of them. */
const mostReferences = 20;

/** Fills in one recipient. @throws DeliveryError when the address cannot be sent to */
export function draft(sender: Sender, segments: Segments, recipient: Recipient): Draft {
  const to = wireAddress(recipient.target);
  const key = checkKey(recipient.key);
  const personal = personalHeaders(sender, segments, { ...recipient, target: to });
  return {
    headers: personal + segments.headers,
    cover: personal + segments.cover,
    contentType,
    body: fill(segments, recipient.slots),
    envelope: {
      from: `bounce+${key}@${sender.returnPathDomain}`,
      to,
      envid: key,
      // A million subscribers would answer with a million reports that all is well.
      notify: segments.public ? ['FAILURE', 'DELAY'] : ['SUCCESS', 'FAILURE', 'DELAY'],
    },
  };
}

/** Turns a draft into what the transport takes. */
export function seal(draft: Draft): Finished {
  const { envelope } = draft;
  const text = `${allHeaders(draft)}\r\n${draft.body}`;
  const bytes = Buffer.from(text);
  return {
    target: envelope.to,
    bytes,
    envelope: { ...envelope, eightBit: bytes.length !== text.length } satisfies Envelope,
  };
}

export const allHeaders = ({ headers, contentType }: Draft) =>
  `${headers}Content-Type: ${contentType}\r\n`;

function personalHeaders(
  { messageIdDomain, replyDomain }: Sender,
  segments: Segments,
  { target, key, earlierKeys, writtenAt, slots }: Recipient,
): string {
  const id = (key: string) => `<${checkKey(key)}@${messageIdDomain}>`;
  let headers = `Date: ${writtenAt.toUTCString().replace('GMT', '+0000')}\r\nMessage-ID: ${id(key)}\r\nTo: ${target}\r\n`;
  if (replyDomain && !segments.public)
    headers += `Reply-To: reply+${checkKey(key)}@${replyDomain}\r\n`;
  const [first] = earlierKeys;
  const last = earlierKeys.at(-1);
  if (first && last) {
    const thread =
      earlierKeys.length > mostReferences
        ? [first, ...earlierKeys.slice(1 - mostReferences)]
        : earlierKeys;
    headers += `In-Reply-To: ${id(last)}\r\nReferences: ${thread.map(id).join('\r\n ')}\r\n`;
  }
  // RFC 8058 §3.1 wants an https address; the way out must stand in the message's own header to be found.
  if (segments.public && /^https?:\/\/[!-~]{1,900}$/.test(slots.unsubscribe)) {
    const mailto = replyDomain ? `,\r\n <mailto:unsubscribe+${checkKey(key)}@${replyDomain}>` : '';
    headers += `List-Unsubscribe: <${slots.unsubscribe.replace(/[<>]/g, encodeURIComponent)}>${mailto}\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n`;
  }
  return headers;
}

function fill({ fixed, gaps }: Segments, slots: Recipient['slots']): string {
  const encoded = new Map<string, string>();
  let body = fixed[0] ?? '';
  for (const [index, gap] of gaps.entries()) {
    const kind = gap.html ? `${gap.name} html` : gap.name;
    const part = encoded.get(kind) ?? encodeGap(gap, slots);
    encoded.set(kind, part);
    body += part + fixed[index + 1];
  }
  return body;
}

function encodeGap({ name, html }: Gap, slots: Recipient['slots']): string {
  return encodePart(html ? escapeHtml(slots[name]) : slots[name]);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Keys are the hub's own; anything else in one is a fault of ours and must not reach a header. */
function checkKey(key: string): string {
  if (!/^[a-z0-9._-]{1,57}$/i.test(key)) throw new Error('A message key is not fit for a header.');
  return key;
}
