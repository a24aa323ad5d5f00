import { Hono } from 'hono';
import { assetPath } from '../../templates/asset-path.ts';
import { scripts } from '../../templates/script.ts';
import { stylesheet } from '../../templates/stylesheet.ts';
import type { HttpEnv } from './env.ts';

type Asset = { text: string; type: string; path: string };

const texts = { 'style.css': stylesheet, ...scripts };
const types: Record<string, string> = { css: 'text/css', js: 'text/javascript' };
const assets = new Map<string, Asset>(
  Object.entries(texts).map(([name, text]) => {
    const type = `${types[name.split('.').at(-1) ?? '']}; charset=utf-8`;
    return [name, { text, type, path: assetPath(name, text) }];
  }),
);

/** The addresses of all files that pages need, each naming what is in it. */
export const assetPaths = [...assets.values()].map(({ path }) => path);

const year = 'public, max-age=31536000, immutable';

/** The files that pages need: for a year at the address that names what is in them, asked for again at any other. */
export const assetRoutes = new Hono<HttpEnv>().get('/assets/:digest/:name', (c) => {
  const asset = assets.get(c.req.param('name'));
  if (!asset) return c.notFound();
  const { text, type, path } = asset;
  const etag = `"${path.split('/')[2]}"`;
  const headers = { ETag: etag, 'Cache-Control': c.req.path === path ? year : 'public, no-cache' };
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304, headers);
  return c.body(text, 200, { ...headers, 'Content-Type': type });
});
