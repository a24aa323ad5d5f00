import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Hub } from '../../hub.ts';
import { logRequest, routeOf } from '../access-log.ts';
import type { HttpEnv } from '../env.ts';
import { headersOf, type ReadHeader } from '../header.ts';
import { answerWith } from './answer.ts';
import { type Edition, readEdition } from './edition.ts';
import type { Copy } from './shelf.ts';

/** What the whole way through the app answered before, and for which edition. */
type Known = {
  edition: string;
  copy: Copy;
  headers: Record<string, string>;
  /** The route's pattern. */
  object: string;
};

/** Addresses, with a language each, that are remembered at once; whoever asks for more goes the whole way. */
const most = 2000;
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
  const known = new Map<string, Known>();
  const remember = createMiddleware<HttpEnv>(async function remember(c, next) {
    await next();
    const served = c.get('served');
    const name = served && nameOf(c.req.raw, headersOf(c.req.raw, c.env));
    if (name === undefined) return;
    if (known.values().next().value?.edition !== served?.edition) known.clear();
    if (known.size >= most) known.delete(known.keys().next().value as string);
    known.set(name, { ...served, headers: fixedHeaders(c.res), object: routeOf(c) } as Known);
  });
  const before =
    (whole: Fetch): Fetch =>
    (request, env, execution) => {
      const header = headersOf(request, env);
      const page = known.get(nameOf(request, header) ?? '');
      const theWholeWay = () => whole(request, env, execution);
      if (!page) return theWholeWay();
      const start = performance.now();
      const answer = (hub: Hub, edition: Edition) =>
        edition.name === page.edition
          ? answerAgain({ hub, request, header, start }, page, edition.now)
          : theWholeWay();
      return withEdition(open, env as HttpEnv['Bindings'], answer, theWholeWay);
    };
  /** On Node's own objects, where nothing must be waited for: says whether it answered, as `before` would have. */
  function answerDirectly(hub: Hub, incoming: IncomingMessage, outgoing: ServerResponse): boolean {
    if (incoming.method !== 'GET') return false;
    const page = known.get(`${incoming.url} ${incoming.headers['accept-language'] ?? ''}`);
    if (!page) return false;
    const start = performance.now();
    const edition = readEdition(hub);
    if (edition instanceof Promise || edition.name !== page.edition) return false;
    const answer = answerWith(page.copy, headersOf(undefined, { incoming }), edition.now);
    const requestId = crypto.randomUUID();
    const { status, body } = answer;
    const length = body && { 'Content-Length': body.length };
    const fixed = page.headers;
    outgoing
      .writeHead(status, { ...fixed, ...answer.headers, ...length, 'X-Request-Id': requestId })
      .end(body);
    const { object } = page;
    logRequest(hub, { method: 'GET', object, status, start, requestId });
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

type Asked = { hub: Hub; request: Request; header: ReadHeader; start: number };

function answerAgain({ hub, request, header, start }: Asked, page: Known, now: Date): Response {
  const { copy, headers, object } = page;
  const answer = answerWith(copy, header, now);
  const requestId = crypto.randomUUID();
  logRequest(hub, { method: request.method, object, status: answer.status, start, requestId });
  return new Response(request.method === 'HEAD' ? null : answer.body, {
    status: answer.status,
    headers: { ...headers, ...answer.headers, 'X-Request-Id': requestId },
  });
}

/** Everything of a request that may decide which public page it is answered with; undefined when it is for none. */
function nameOf({ method, url }: Request, header: ReadHeader): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const name = `${url.slice(url.indexOf('/', 8))} ${header('accept-language') ?? ''}`;
  return name.length > 500 ? undefined : name;
}

const fixedHeaders = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => !changing.includes(name)));
