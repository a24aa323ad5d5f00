import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, vi } from 'vitest';
import { createWebsub } from '../../src/channel/websub/websub.ts';
import { runWebsub } from '../../src/fanout/websub/run.ts';
import { createApp } from '../../src/http/app.tsx';
import { topicsOf } from '../../src/http/websub/topics.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestHub } from '../support/hub.ts';

type Manner = 'confirm' | 'give back something else' | 'hang' | number;
export type Pushed = {
  path: string;
  host: string;
  headers: IncomingMessage['headers'];
  body: string;
};

export const patiently = <T>(look: () => T | Promise<T>) =>
  vi.waitFor(look, { timeout: 120_000, interval: 50 });

/** Every name leads to this machine. */
const resolve = ((_: string, __: unknown, done: (error: null, found: unknown[]) => void) =>
  done(null, [{ address: '127.0.0.1', family: 4 }])) as never;

/** A hub that pushes, and the servers of everybody who subscribes to it: one server, many names. */
export async function openWebsubStage({ allow = ['127.0.0.0/8'] } = {}) {
  const hub = await openTestHub();
  const subscribers = await openSubscribers();
  const start = () => {
    const running = runWebsub(hub, createWebsub({ allow, resolve }), topicsOf(hub));
    atEnd(async () => {
      subscribers.letGo();
      await running.stop();
    });
  };
  const app = createApp(() => hub);
  return {
    ...subscribers,
    hub,
    app,
    start,
    topic: (path: string) => `https://hub.test${path}`,
    ask: (form: Record<string, string>) =>
      app.request('/websub', { method: 'POST', body: new URLSearchParams(form) }),
    /** Subscribes, and waits until it is in force. */
    async subscribe(callback: string, path: string, more: Record<string, string> = {}) {
      const form = { 'hub.callback': callback, 'hub.mode': 'subscribe' };
      const topic = `https://hub.test${path}`;
      const answer = await this.ask({ ...form, 'hub.topic': topic, ...more });
      expect(answer.status).toBe(202);
      await patiently(async () => expect(await this.callbacks(path)).toContain(callback));
    },
    async callbacks(path: string): Promise<string[]> {
      const rows = await hub.sql<{ callback: string }[]>`
        SELECT callback FROM websub_subscriptions WHERE topic = ${path} ORDER BY callback`;
      return rows.map(({ callback }) => callback);
    },
    /** Waits until nobody is asked any more whether it means it. */
    async allAnswered() {
      await patiently(async () => {
        const [row] = await hub.sql`SELECT FROM websub_requests WHERE ended_at IS NULL`;
        expect(row).toBeUndefined();
      });
    },
  };
}

async function openSubscribers() {
  const manners = new Map<string, Manner>();
  const asked: URL[] = [];
  const pushed: Pushed[] = [];
  const hanging = new Set<ServerResponse>();
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const manner = manners.get(url.pathname) ?? 'confirm';
    for (const name of [url.hostname, String(manner)]) {
      const open = (now.get(name) ?? 0) + 1;
      now.set(name, open);
      most.set(name, Math.max(open, most.get(name) ?? 0));
      response.on('close', () => now.set(name, (now.get(name) ?? 0) - 1));
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.method === 'GET') {
      asked.push(url);
      const challenge = url.searchParams.get('hub.challenge') ?? '';
      response.end(manner === 'give back something else' ? 'else' : challenge);
      return;
    }
    pushed.push({ path: url.pathname, host: url.hostname, headers: request.headers, body });
    if (manner === 'hang') hanging.add(response);
    else response.writeHead(typeof manner === 'number' ? manner : 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    pushed,
    hanging,
    /** Requests open at once, by host and by manner. */
    most,
    letGo: () => {
      for (const response of hanging) response.writeHead(204).end();
    },
    behave: (path: string, manner: Manner) => void manners.set(path, manner),
    at: (host: string, path: string) => `http://${host}:${port}${path}`,
    pushedTo: (path: string) => pushed.filter((one) => one.path === path),
  };
}

/** What a subscriber computes for itself (W3C WebSub §7.1). */
export const signatureOf = (secret: string, body: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
