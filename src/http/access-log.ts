import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Hub } from '../hub.ts';
import type { Log } from '../log.ts';
import type { HttpEnv } from './env.ts';
import { refusedAt } from './refused.ts';

/** One line per request, when it was answered. */
export const accessLog = () =>
  createMiddleware<HttpEnv>(async function accessLog(c, next) {
    const start = performance.now();
    await next();
    logRequest(c.get('hub'), {
      method: c.req.method,
      object: routeOf(c),
      status: c.res.status,
      actor: c.get('actor'),
      start,
      requestId: c.get('requestId'),
    });
  });

type Answered = {
  method: string;
  /** The route's pattern: a path may hold a person's secret link, a query anything. */
  object: string;
  status: number;
  actor?: string | undefined;
  /** When it came, as `performance.now()` says it. */
  start: number;
  requestId: string;
};

/** Logs what the Dutch government's baseline asks: action, object, result, origin, actor, time. */
export function logRequest(hub: Hub | undefined, answered: Answered): void {
  const { method, object, status, actor = 'anyone', start, requestId } = answered;
  const passed = performance.now() - start;
  const ms = Math.round(passed);
  const origin = originOf(object);
  hub?.meter?.answered({ origin, status }, passed / 1000);
  const refused = refusedAt(object, status);
  if (refused) hub?.meter?.dropped(refused);
  if (hub)
    lineOf(hub.log, { method, object, status, origin }).info({ actor, ms, requestId }, 'request');
}

type Alike = Pick<Answered, 'method' | 'object' | 'status'> & { origin: string };
const lines = new WeakMap<Log, Map<string, Log>>();

/** What lines about the same route and outcome have in common is put into JSON once; they are as few as those. */
function lineOf(log: Log, { method, object, status, origin }: Alike): Log {
  const ofLog = lines.get(log) ?? new Map<string, Log>();
  lines.set(log, ofLog);
  const action = `http ${knownMethod(method)}`;
  const name = `${status} ${action} ${object}`;
  const line = ofLog.get(name) ?? log.child({ action, object, result: status, origin });
  ofLog.set(name, line);
  return line;
}

/** The pattern of the route that answered. */
export const routeOf = (c: Context) =>
  matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'no route';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const knownMethod = (method: string) => (methods.has(method) ? method : 'other');

const origins: Record<string, string> = {
  api: 'api',
  acknowledge: 'link',
  unsubscribe: 'link',
  console: 'console',
  'sign-in': 'console',
  'sign-out': 'console',
  setup: 'link',
  invitations: 'link',
  recovery: 'link',
  login: 'console',
  portal: 'portal',
  telegram: 'telegram',
};
const originOf = (pattern: string) => origins[pattern.split('/')[1] ?? ''] ?? 'website';
