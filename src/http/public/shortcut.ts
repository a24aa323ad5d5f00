import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Hub } from '../../hub.ts';
import { routeOf } from '../access-log.ts';
import type { HttpEnv } from '../env.ts';
import { headersOf, type ReadHeader } from '../header.ts';
import { answerAgain } from './again.ts';
import { type Edition, readEdition } from './edition.ts';
import { createMemory } from './memory.ts';

/** Headers that differ from answer to answer. */
const changing = [
  'etag',
  'last-modified',
  'content-type',
  'content-encoding',
  'content-length',
  'x-request-id',
];

type Open = (env: HttpEnv['Bindings']) => Hub | Promise<Hub>;
type Fetch = Hono<HttpEnv>['fetch'];

/**
 * Answers again what was answered before, for as long as nothing public changed: the same bytes and headers that the
 * routes made, one line in the log and a request id, and none of the work. `remember` stands before every route,
 * `before` in front of the whole app, and waits for nothing where it need not; `answerDirectly` in front of them on Node.
 */
export function createShortcut(open: Open) {
  const memory = createMemory();
  const remember = createMiddleware<HttpEnv>(async function remember(c, next) {
    await next();
    const served = c.get('served');
    const name = served && nameOf(c.req.raw, headersOf(c.req.raw, c.env));
    if (!served || name === undefined) return;
    memory.keep(name, { ...served, headers: fixedHeaders(c.res), object: routeOf(c) });
  });
  const before =
    (whole: Fetch): Fetch =>
    (request, env, execution) => {
      const header = headersOf(request, env);
      const page = memory.recall(nameOf(request, header) ?? '');
      const theWholeWay = () => whole(request, env, execution);
      if (!page) return theWholeWay();
      const start = performance.now();
      function answer(hub: Hub, edition: Edition) {
        if (edition.name !== page?.edition) return theWholeWay();
        const { method } = request;
        const { body, ...init } = answerAgain({ hub, method, header, start }, page, edition.now);
        return new Response(method === 'HEAD' ? null : body, init);
      }
      return withEdition(open, env as HttpEnv['Bindings'], answer, theWholeWay);
    };
  /** On Node's own objects, where nothing must be waited for: says whether it answered, as `before` would have. */
  function answerDirectly(hub: Hub, incoming: IncomingMessage, outgoing: ServerResponse): boolean {
    if (incoming.method !== 'GET') return false;
    const page = memory.recall(`${incoming.url} ${incoming.headers['accept-language'] ?? ''}`);
    if (!page) return false;
    const start = performance.now();
    const edition = readEdition(hub);
    if (edition instanceof Promise || edition.name !== page.edition) return false;
    const header = headersOf(undefined, { incoming });
    const asked = { hub, method: 'GET', header, start };
    const { status, headers, body } = answerAgain(asked, page, edition.now);
    const length = body && { 'Content-Length': body.length };
    outgoing.writeHead(status, { ...headers, ...length });
    if (body) outgoing.end(asText(body), 'latin1');
    else outgoing.end();
    return true;
  }
  return { remember, before, answerDirectly };
}

/** At once where everything is at hand. What goes wrong here goes wrong on the whole way too, where it is answered. */
function withEdition<T>(
  open: Open,
  env: HttpEnv['Bindings'],
  answer: (hub: Hub, edition: Edition) => T | Promise<T>,
  otherwise: () => T | Promise<T>,
): T | Promise<T> {
  try {
    const hub = open(env);
    const edition = hub instanceof Promise ? undefined : readEdition(hub);
    if (!(hub instanceof Promise) && edition && !(edition instanceof Promise))
      return answer(hub, edition);
    const read = async () => {
      const opened = await hub;
      return [opened, await (edition ?? readEdition(opened))] as const;
    };
    return read().then(([opened, current]) => answer(opened, current), otherwise);
  } catch {
    return otherwise();
  }
}

/** Everything of a request that may decide which public page it is answered with; undefined when it is for none. */
function nameOf({ method, url }: Request, header: ReadHeader): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const name = `${url.slice(url.indexOf('/', 8))} ${header('accept-language') ?? ''}`;
  return name.length > 500 ? undefined : name;
}

const fixedHeaders = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => !changing.includes(name)));

const texts = new WeakMap<Uint8Array, string>();

/** A body byte for character: Node sends it in one piece with the head, where bytes go beside it as a second one. */
function asText(body: Uint8Array<ArrayBuffer>): string {
  const known = texts.get(body);
  if (known !== undefined) return known;
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  texts.set(body, text);
  return text;
}
