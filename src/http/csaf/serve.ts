import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { isKnown } from '../api/entity-tag.ts';
import type { CallerEnv } from '../caller.ts';
import { servePublic } from '../public/serve.ts';
import type { Circle } from './circle.ts';

type Made = { body: string; type: string; lastModified?: Date | undefined };

/** Serves what a circle may pull: CLEAR from the shelf of public pages, the others anew and for nobody else to keep. */
export async function serve(
  c: Context<CallerEnv>,
  circle: Circle,
  make: () => Promise<Made | undefined>,
  variant = '',
) {
  if (circle === 'CLEAR') {
    const render = async () => {
      const made = await make();
      return made && { lastModified: undefined, ...made };
    };
    return servePublic(c as never, { key: c.req.path + variant, render });
  }
  const made = await make();
  if (!made) return c.notFound();
  const etag = `"${createHash('sha256').update(made.body).digest('base64url').slice(0, 22)}"`;
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
  if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  return c.body(made.body, 200, { ...headers, 'Content-Type': made.type });
}
