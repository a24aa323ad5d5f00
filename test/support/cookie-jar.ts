import type { Hono } from 'hono';
import type { HttpEnv } from '../../src/http/env.ts';
import { createVisitor, firefox } from './visitor.ts';

/** A browser that keeps its cookies, as a visitor sees the hub: what one page sets, the next one is asked with. */
export function createBrowserOf(app: Hono<HttpEnv>, headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { ...init, headers: { ...(init.headers as object), Cookie: cookie } };
    const answer = await app.request(path, sent);
    for (const set of answer.headers.getSetCookie()) keep(jar, set);
    return answer;
  };
  const own = { ...firefox, Origin: 'http://localhost', 'Accept-Language': 'en', ...headers };
  return { jar, ...createVisitor({ request } as unknown as Hono<HttpEnv>, own) };
}

function keep(jar: Map<string, string>, set: string): void {
  const [, name = '', value = ''] = set.match(/^([^=]+)=([^;]*)/) ?? [];
  if (/Max-Age=0/i.test(set)) jar.delete(name);
  else jar.set(name, value);
}
