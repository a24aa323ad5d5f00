import type { Context } from 'hono';
import type { Tlp } from '../../advisory/tlp.ts';
import type { HttpEnv } from '../env.ts';
import { headersOf } from '../header.ts';
import { answerWith } from './answer.ts';
import { readEdition } from './edition.ts';
import { type Page, putCopy, takeCopy } from './shelf.ts';

/** A page, and how it is made while there is no copy of it. */
export type Ask = {
  /** Names the page among all of its ceiling: its path and language. */
  key: string;
  /** Makes the page; undefined when there is none. Nothing but the database and `key` may decide what it says. */
  render: () => Promise<Page | undefined>;
  headers?: Record<string, string>;
};

/**
 * Serves what whoever was let in up to a ceiling may see: from the shelf while nothing of it changed, as 304 to who has
 * it already. Caches between keep what is CLEAR alone.
 */
export async function serveCopy(
  c: Context<HttpEnv>,
  ceiling: Tlp,
  { key, render, headers: { Vary, ...headers } = {} }: Ask,
): Promise<Response> {
  const hub = c.get('hub');
  const { name: edition, now } = await readEdition(hub, ceiling);
  const place = { ceiling, edition, key };
  // Lent is what is for everybody, and nothing else.
  const lender = ceiling === 'CLEAR' ? c.env?.pages : undefined;
  let copy = takeCopy(hub, place) ?? (await lender?.borrow(edition, key));
  if (!copy) {
    const page = await render();
    if (!page) return c.notFound();
    copy = await putCopy(hub, place, page);
    lender?.lend(edition, key, copy);
  }
  // In front of the app nobody is asked for a key: what is remembered there is for everybody.
  if (ceiling === 'CLEAR') c.set('served', { edition, copy });
  const { status, body, headers: own } = answerWith(copy, headersOf(c.req.raw, c.env), now);
  const vary = [Vary, ceiling !== 'CLEAR' && 'Authorization', 'Accept-Encoding'];
  // By their name: whoever asked for the key said other things here, which would stay.
  c.header('Vary', vary.filter(Boolean).join(', '));
  c.header('Cache-Control', ceiling === 'CLEAR' ? 'public, no-cache' : 'private, no-cache');
  return c.newResponse(body, status, { ...headers, ...own });
}
