import type { Context } from 'hono';
import { clientOf } from '../client.ts';

/** What a sign-in needs to know of a browser: its cookies, its name, and where it is. */
export function browserOf(c: Pick<Context, 'req' | 'env'>): { headers: Headers; client: string } {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = c.req.header(name);
    if (value) headers.set(name, value);
  }
  return { headers, client: clientOf(c) };
}
