import PostalMime, { type Email } from 'postal-mime';
import { plainOf } from './plain.ts';

/** A message that came in, as far as anybody looks into it. */
export type InboundMail = {
  /** Who wrote it, lower-case, if its header names exactly one. */
  from: string | null;
  name: string;
  subject: string;
  /** Every value of a header, by its name in lower case. */
  headers: ReadonlyMap<string, readonly string[]>;
  text: string;
  /** The body of its `message/delivery-status` part. */
  report: string | null;
};

/** The largest message that is taken, in bytes: a report may bring back the whole of ours. */
export const mostBytes = 1024 * 1024;
/** More than a person writes, and a report holds. */
const mostText = 100_000;
/** What a reader of MIME may be made to do. */
const bounds = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true };

/** Reads a message; null when it is none, or larger than is taken. */
export async function readMail(raw: Uint8Array): Promise<InboundMail | null> {
  if (raw.length === 0 || raw.length > mostBytes) return null;
  const email = await PostalMime.parse(raw, bounds).catch(() => null);
  if (!email || email.headers.length === 0) return null;
  const headers = headersOf(email);
  const named = headers.get('from')?.length === 1 ? email.from : undefined;
  return {
    from: named?.address?.toLowerCase() ?? null,
    name: named?.name ?? '',
    subject: email.subject ?? '',
    headers,
    text: textOf(email),
    report: reportIn(email),
  };
}

function headersOf({ headers }: Email): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { key, value } of headers) all.set(key, [...(all.get(key) ?? []), value]);
  return all;
}

function textOf({ text, html }: Email): string {
  const wanted = text?.trim() ? text : plainOf((html ?? '').slice(0, mostText));
  return wanted.slice(0, mostText);
}

const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];

function reportIn({ attachments }: Email): string | null {
  const part = attachments.find(({ mimeType }) => statusTypes.includes(mimeType.toLowerCase()));
  if (!part) return null;
  const { content } = part;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return text.slice(0, mostText);
}
