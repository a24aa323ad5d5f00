import type { Context } from 'hono';

/** What the Node server gives along; a Worker has none of it. */
type Bindings = { incoming?: { socket?: { remoteAddress?: string } } } | undefined;

const near = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i;

/**
 * Where a request comes from, to count its failures by; never stored or logged as it is. A connection from this machine
 * or network may be a proxy's, which adds the address that it saw at the end; one from elsewhere could only lie.
 */
export function clientOf(c: Pick<Context, 'req' | 'env'>): string {
  const remote = (c.env as Bindings)?.incoming?.socket?.remoteAddress;
  if (!remote) return c.req.header('cf-connecting-ip') ?? 'unknown';
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return near.test(remote) && forwarded ? forwarded.slice(0, 64) : remote;
}
