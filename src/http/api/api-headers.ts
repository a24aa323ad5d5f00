import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from '../env.ts';

/** The version of the API, as every answer of it says (Dutch API design rules, /core/version-header). */
export const apiVersion = '1.0.0';

/** What every answer of the API carries, whoever made it. */
export const apiHeaders = () =>
  createMiddleware<HttpEnv>(async function apiHeaders(c, next) {
    await next();
    c.header('API-Version', apiVersion);
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache');
  });
