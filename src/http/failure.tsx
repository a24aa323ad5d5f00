import type { Context } from 'hono';
import { FailurePage } from '../../templates/failure.tsx';
import { isAway } from '../database/away.ts';
import { HubError } from '../errors.ts';
import { createLog } from '../log.ts';
import type { HttpEnv } from './env.ts';
import { type Failure, problem, statusOf } from './problem.ts';

/** Answers a request that failed: what machines ask for as problem+json, everything else as a page that helps a person on. */
export function fail(c: Context<HttpEnv>, failure: Failure): Response | Promise<Response> {
  if (isForMachines(c)) return problem(c, failure);
  const page = (
    <FailurePage
      language={c.get('language') ?? 'nl'}
      status={failure.status}
      detail={failure.detail}
      findings={failure.findings ?? []}
      requestId={c.get('requestId')}
      publisher={c.get('hub')?.config.csirtName}
    />
  );
  return c.html(page, failure.status, { 'Cache-Control': 'no-store', ...failure.headers });
}

/** Answers what a handler threw. What is not a `HubError` is a bug or an outage: its message stays inside. */
export function failWith(error: Error, c: Context<HttpEnv>): Response | Promise<Response> {
  if (error instanceof HubError) {
    const { code, message, findings } = error;
    return fail(c, { status: statusOf[code], detail: message, findings });
  }
  const away = isAway(error);
  const log = c.get('hub')?.log ?? createLog({ logLevel: 'error' });
  log.error(
    { err: error, requestId: c.get('requestId') },
    away ? 'the database is away' : 'a request failed',
  );
  if (!away) return fail(c, { status: 500 });
  const detail = 'The database cannot be reached at the moment. Try again in a little while.';
  return fail(c, { status: 503, detail, headers: { 'Retry-After': '10' } });
}

const isForMachines = (c: Context) =>
  /^\/(api|csaf|feeds|telegram|websub|\.well-known)(\/|$)/.test(c.req.path);

/** Where a key opens, instead of a session. */
export const isApi = (c: Context) => /^\/(api|csaf)(\/|$)/.test(c.req.path);
