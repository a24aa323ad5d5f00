import { Hono } from 'hono';
import { findScript } from '../../templates/script.ts';
import type { HttpEnv } from './env.ts';

const year = 'public, max-age=31536000, immutable';

/** The console's scripts: for a year at the address that names their content, asked for again at any other. */
export const scriptRoutes = new Hono<HttpEnv>().get('/assets/:name{[a-z-]+\\.js}', (c) => {
  const script = findScript(c.req.param('name'));
  if (!script) return c.notFound();
  const etag = `"${script.digest}"`;
  const current = c.req.query('v') === script.digest;
  const headers = { ETag: etag, 'Cache-Control': current ? year : 'public, no-cache' };
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304, headers);
  const type = { 'Content-Type': 'text/javascript; charset=utf-8' };
  return c.body(script.text, 200, { ...headers, ...type });
});
