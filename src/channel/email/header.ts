import { encodeWords, foldLines, quoteString } from 'nodemailer/lib/mime-funcs';
import type { Letter } from '../channel.ts';

/** Who sends: the same for every message of this channel. */
export type Sender = {
  from: { name: string; address: string };
  /** Bounces return to `bounce+{key}@` it. */
  returnPathDomain: string;
  /** Answers are read there, at `reply+{key}@` it; without it they go to whoever reads `from`. */
  replyDomain?: string | undefined;
  messageIdDomain: string;
  /** RFC 2919, without the angle brackets. */
  listId: string;
  /**
   * The page where anybody ends a subscription, for public mail that is signed: one signature serves them all, so that
   * none may hold a link of its own. The personal one stands in List-Unsubscribe.
   */
  commonWayOut?: Record<Letter['language'], string> | undefined;
};

/** Never in quoted-printable, where `=` comes before a hexadecimal digit or a line end (RFC 2045 §6.7). */
export const boundary = '=_semafoor';

/** What the letter itself is, before anybody signs or encrypts it. */
export const contentType = `multipart/alternative; boundary="${boundary}"`;

/** As much of a letter as its headers show. */
type Shown = Pick<Letter, 'subject' | 'urgent' | 'language'>;

/** The headers that are everybody's but for the Content-Type, each line with its CRLF. */
export function commonHeaders(sender: Sender, { subject, urgent, language }: Shown): string {
  const lines = [
    `From: ${encodeName(sender.from.name)} <${sender.from.address}>`,
    `Subject: ${encodeLine(subject)}`,
    // RFC 3834 §5: an absence message in answer to a fan-out helps nobody.
    'Auto-Submitted: auto-generated',
    `List-Id: <${sender.listId}>`,
    ...(urgent ? ['X-Priority: 1 (Highest)', 'Importance: high'] : []),
    `Content-Language: ${language}`,
    'MIME-Version: 1.0',
  ];
  return lines.map((line) => `${foldLines(line)}\r\n`).join('');
}

/** One line for a header, encoded words where it is not plain ASCII (RFC 2047); line ends and controls become spaces. */
function encodeLine(text: string): string {
  return encodeWords(oneLine(text), 'Q', 52, true);
}

function encodeName(name: string): string {
  const line = oneLine(name);
  return /^[\x20-\x7e]*$/.test(line) ? quoteString(line) : encodeWords(line, 'Q', 52, true);
}

function oneLine(text: string): string {
  // Besides controls: the private-use marks of slots, which mean nothing in a header.
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u{E000}\u{E001}]+/gu, ' ').trim();
}
