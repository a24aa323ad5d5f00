import type { Context } from 'hono';
import type { HttpEnv } from '../env.ts';
import { headersOf } from '../header.ts';
import { answerWith } from './answer.ts';
import { readEdition } from './edition.ts';
import { type Page, putCopy, takeCopy } from './shelf.ts';

type Ask = {
  /** Names the page among all public ones: its path and language. */
  key: string;
  /** Makes the page; undefined when there is none. Nothing but the database and `key` may decide what it says. */
  render: () => Promise<Page | undefined>;
  headers?: Record<string, string>;
};

/** Serves what everybody may see: from the shelf while nothing public changed, as 304 to who has it already. */
export async function servePublic(c: Context<HttpEnv>, { key, render, headers }: Ask) {
  const hub = c.get('hub');
  const edition = await readEdition(hub);
  let copy = takeCopy(hub, edition.name, key);
  if (!copy) {
    const page = await render();
    if (!page) return c.notFound();
    copy = await putCopy(hub, edition.name, { key, page });
  }
  c.set('served', { edition: edition.name, copy });
  const { status, body, headers: own } = answerWith(copy, headersOf(c.req.raw, c.env), edition.now);
  const Vary = headers?.Vary ? `${headers.Vary}, Accept-Encoding` : 'Accept-Encoding';
  return c.newResponse(body, status, {
    ...headers,
    ...own,
    Vary,
    'Cache-Control': 'public, no-cache',
  });
}
