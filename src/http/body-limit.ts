import type { HonoRequest } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from './env.ts';
import { fail } from './failure.tsx';

const megabyte = 1024 * 1024;

/** A request's body is at most 1 MB, but for what is imported whole: a line per beginning of a path. */
const larger: Record<string, number> = {
  '/api/v1/imports': 20,
  '/api/v1/csaf': 20,
  '/api/v1/csv-imports': 20,
  '/console/import': 20,
};

/** Answers 413 to a body above the limit of its path, before anybody reads it whole. */
export const limitBody = () =>
  createMiddleware<HttpEnv>(async function limitBody(c, next) {
    const begins = (start: string) => c.req.path === start || c.req.path.startsWith(`${start}/`);
    const start = Object.keys(larger).find(begins) ?? '';
    const megabytes = larger[start] ?? 1;
    const maxSize = megabytes * megabyte;
    if (saysAtMost(maxSize, c.req)) return next();
    const detail = `A request body is at most ${megabytes} MB (${maxSize} bytes).`;
    return bodyLimit({ maxSize, onError: () => fail(c, { status: 413, detail }) })(c, next);
  });

/** To look at the body itself costs more than all the rest of a short request. */
function saysAtMost(maxSize: number, request: HonoRequest): boolean {
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') return true;
  const length = request.header('content-length');
  return (
    request.header('transfer-encoding') === undefined && Number(length ?? Number.NaN) <= maxSize
  );
}
