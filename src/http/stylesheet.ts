import { Hono } from 'hono';
import { stylesheet, stylesheetPath } from '../../templates/stylesheet.ts';
import type { HttpEnv } from './env.ts';

const year = 'public, max-age=31536000, immutable';
const etag = `"${new URL(stylesheetPath, 'http://hub').searchParams.get('v')}"`;

/** The stylesheet: for a year at the address that names its content, asked for again at any other. */
export const stylesheetRoutes = new Hono<HttpEnv>().get('/assets/style.css', (c) => {
  const current = stylesheetPath.endsWith(`=${c.req.query('v')}`);
  const headers = { ETag: etag, 'Cache-Control': current ? year : 'public, no-cache' };
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304, headers);
  return c.body(stylesheet, 200, { ...headers, 'Content-Type': 'text/css; charset=utf-8' });
});
