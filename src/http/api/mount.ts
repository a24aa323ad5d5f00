import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { type CallerEnv, requireCaller } from '../caller.ts';
import { requireMatch, tagOf } from './entity-tag.ts';
import { type Kept, once } from './idempotency.ts';
import { type ApiRequest, everyone, type Operation } from './operation.ts';
import { readRequest } from './read-request.ts';
import { sendRead } from './send-read.ts';

export const apiPath = '/api/v1';

type Values = Record<string, unknown>;
type Anything = ApiRequest<'public', Values, Values, unknown>;

/** Puts an operation on its path, behind the roles that it states. */
export function mount(app: Hono<CallerEnv>, operation: Operation): void {
  const path = `${apiPath}${operation.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  app.on(operation.method.toUpperCase(), [path], ...guardsOf(operation), (c) =>
    answer(c, operation),
  );
}

function guardsOf({ access, partners }: Operation): MiddlewareHandler<CallerEnv>[] {
  if (access === 'public') return [openToAll];
  return [requireCaller(access, partners && 'partners too'), readOnly];
}

/** Who shows a key to a public operation is known by it, and told when it is no good. */
const openToAll: MiddlewareHandler<CallerEnv> = async function openToAll(c, next) {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', 'API-Version, ETag, Link');
  if (c.req.header('authorization') === undefined) return next();
  return requireCaller(everyone, 'partners too')(c, next);
};

/** A key without roles reads, also where everybody with an account may write; what a partner's may do was said before. */
const readOnly: MiddlewareHandler<CallerEnv> = async function readOnly(c, next) {
  const { roles, partner } = c.get('caller');
  if (isRead(c) || roles.length > 0 || partner) return next();
  throw new HubError('forbidden', 'This key reads and does no more: it has no roles.');
};

async function answer(c: Context<CallerEnv>, operation: Operation): Promise<Response> {
  const shown = c.get('caller') ?? null;
  // What is public says no more to a partner than to anybody.
  const caller = operation.access === 'public' && shown?.partner ? null : shown;
  const request = {
    hub: c.get('hub'),
    caller,
    operatorId: caller?.partner ? 0 : (caller?.operator.id ?? 0),
    ...(await readRequest(c.req, operation)),
  } as Anything;
  if (operation.ifMatch) {
    request.seen = await operation.ifMatch(request);
    requireMatch(c.req.header('if-match'), request.seen);
  }
  const key = operation.method === 'post' ? c.req.header('idempotency-key') : undefined;
  if (key === undefined || operation.repeatable === false) return respond(c, operation, request);
  const work = (hub: Hub) => keep(operation, { ...request, hub });
  const { status, headers, body } = await once(request.hub, await keyed(c, request, key), work);
  return send(c, { status, headers, body });
}

async function keyed(c: Context<CallerEnv>, { caller }: Anything, key: string) {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    const message = 'An Idempotency-Key is 1 to 255 visible ASCII characters.';
    throw new HubError('invalid', message, [{ path: 'Idempotency-Key', message }]);
  }
  const request = `${c.req.method} ${c.req.url}\n${await c.req.text()}`;
  // Partners whose keys one operator gave out choose theirs without knowing of each other; nobody can type the space.
  const own = caller?.partner ? `${caller.partner.organisationId} ${key}` : key;
  return { operatorId: caller?.operator.id ?? 0, key: own, request };
}

async function respond(c: Context<CallerEnv>, operation: Operation, request: Anything) {
  const body = await operation.handle(request);
  if (operation.produces) return c.body(body, 200, { 'Content-Type': operation.produces });
  const made = toAnswer(operation, body, request.hub);
  const link = linkToNext(c, body);
  if (link) made.headers.Link = link;
  return isRead(c) ? sendRead(c, made) : send(c, made);
}

const send = (c: Context, { status, headers, body }: Kept) =>
  status === 204
    ? c.body(null, 204, headers)
    : c.body(body, status as ContentfulStatusCode, headers);

const isRead = (c: Context) => c.req.method === 'GET' || c.req.method === 'HEAD';

async function keep(operation: Operation, request: Anything): Promise<Kept> {
  return toAnswer(operation, await operation.handle(request), request.hub);
}

function toAnswer(operation: Operation, body: unknown, hub: Hub): Kept {
  if (!operation.answer) return { status: 204, headers: {}, body: '' };
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  const json = JSON.stringify(body);
  if (operation.tagged || operation.method === 'get') headers.ETag = tagOf(json);
  if (operation.location)
    headers.Location = `${hub.config.publicUrl}${apiPath}${operation.location(body)}`;
  return { status: operation.location ? 201 : 200, headers, body: json };
}

/** Where the next page is, for readers that follow links (RFC 8288). */
function linkToNext(c: Context<CallerEnv>, body: unknown): string | null {
  const cursor = (body as { nextCursor?: string | null } | undefined)?.nextCursor;
  if (!cursor) return null;
  const next = new URL(`${c.get('hub').config.publicUrl}${c.req.path}`);
  next.search = new URL(c.req.url).search;
  next.searchParams.set('cursor', cursor);
  return `<${next}>; rel="next"`;
}
