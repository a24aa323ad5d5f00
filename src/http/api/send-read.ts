import type { Context } from 'hono';
import { chooseEncoding, compress, tagIn } from '../public/encoding.ts';
import { isKnown } from './entity-tag.ts';
import type { Kept } from './idempotency.ts';

/** Below so many characters an answer fits into one packet as it is. */
const least = 1000;

/** Answers a read: by 304 to who has it already in any encoding, else in the encoding that the reader takes. */
export async function sendRead(
  c: Context,
  { headers, body }: Omit<Kept, 'status'>,
): Promise<Response> {
  const tag = headers.ETag as string;
  const encoding =
    body.length < least ? 'identity' : chooseEncoding(c.req.header('accept-encoding'));
  const own = { ...headers, ETag: tagIn(tag, encoding) };
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304, own);
  if (encoding === 'identity') return c.body(body, 200, own);
  const packed = await compress(Buffer.from(body), encoding);
  return c.body(packed, 200, { ...own, 'Content-Encoding': encoding });
}
