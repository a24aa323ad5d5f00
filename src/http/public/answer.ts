import type { ReadHeader } from '../header.ts';
import { chooseEncoding, type Encoding, isTagOf, tagIn } from './encoding.ts';
import type { Copy } from './shelf.ts';

type Answer = {
  status: 200 | 304;
  body: Uint8Array<ArrayBuffer> | null;
  headers: Record<string, string>;
};

/** What a reader gets of a copy: the encoding that it takes, or 304 when it has the page already. */
export function answerWith(copy: Copy, header: ReadHeader, now: Date): Answer {
  const encoding = chooseEncoding(header('accept-encoding'));
  const headers = validators(copy, encoding, now);
  if (isFresh(header, copy)) return { status: 304, body: null, headers };
  headers['Content-Type'] = copy.type;
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  return { status: 200, body: copy.bodies[encoding], headers };
}

/** A page that changed within the last second gets no date: it could change again within the same second. */
function validators({ etag, lastModified }: Copy, encoding: Encoding, now: Date) {
  const headers: Record<string, string> = { ETag: tagIn(`"${etag}"`, encoding) };
  if (lastModified && now.getTime() - lastModified.getTime() >= 1000)
    headers['Last-Modified'] = lastModified.toUTCString();
  return headers;
}

/** RFC 9110 §13.2.2: If-None-Match decides where it is given, If-Modified-Since only otherwise. */
function isFresh(header: ReadHeader, { etag, lastModified }: Copy): boolean {
  const tags = header('if-none-match');
  if (tags !== undefined) return tags.split(',').some((tag) => names(tag.trim(), etag));
  if (lastModified === undefined) return false;
  const since = Date.parse(header('if-modified-since') ?? '');
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}

/** Whoever has the page in any encoding has it. */
const names = (tag: string, etag: string) =>
  tag === '*' || isTagOf(tag.replace(/^W\//, ''), `"${etag}"`);
