import type { Context } from 'hono';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that changes something unless a page of the hub's own made it: a cookie goes along with whatever
 * another site makes a browser send. Browsers say where from in `Sec-Fetch-Site`, or over http in `Origin`.
 * @throws HubError forbidden
 */
export function requireSameOrigin({ config }: Hub, { req }: Pick<Context, 'req'>): void {
  if (safe.has(req.method)) return;
  const site = req.header('sec-fetch-site');
  const ours = site ? ['same-origin', 'none'].includes(site) : isOurs(config.publicUrl, req);
  if (!ours)
    throw new HubError('forbidden', 'This form came from another site: open it on the hub itself.');
}

/** By host: behind a proxy that ends TLS, the hub sees another scheme than the browser. */
function isOurs(publicUrl: string, req: Context['req']): boolean {
  const origin = req.header('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const hosts = [new URL(publicUrl).host, new URL(req.url).host, req.header('host')];
  return hosts.includes(new URL(origin).host);
}
