import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as listen } from 'node:net';
import {
  type Attempt,
  createWebhook,
  type WebhookConfig,
} from '../../src/channel/webhook/webhook.ts';
import { atEnd } from '../support/at-end.ts';
import { certificate, certificateKey } from './certificate.ts';
import type { Manner, Stage } from './contract.ts';

export const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
export type Taken = { path: string; headers: Record<string, string>; body: string };

/** What a partner answers: a status with a few words. */
export type Reply = { status: number; body?: string; headers?: Record<string, string> };

/**
 * A partner's endpoint on loopback, behind TLS and a door: the door can shut a connection, or leave it standing, before
 * anything of the message has passed.
 */
export async function openWebhookStage(change: Partial<WebhookConfig> = {}) {
  const manners = new Map<string, Manner>();
  const replies = new Map<string, Reply>();
  const taken: Taken[] = [];
  const attempts: Attempt[] = [];
  const open = new Set<{ destroy(): void }>();
  let atDoor: 'pass' | 'shut' | 'stand' = 'pass';
  let held = 0;
  const looking = new Set<() => void>();

  const server = createServer(
    { cert: certificate, key: certificateKey },
    async (request, response) => {
      const path = request.url ?? '';
      let body = '';
      for await (const chunk of request) body += chunk;
      const manner = manners.get(path);
      if (manner === 'drop after the text') {
        manners.delete(path);
        request.socket.destroy();
        return;
      }
      if (typeof manner === 'object') {
        held += 1;
        for (const look of looking) look();
        await manner.takeOnce;
      }
      const reply = replies.get(path) ?? { status: 204 };
      if (reply.status < 300)
        taken.push({ path, headers: request.headers as Record<string, string>, body });
      response.writeHead(reply.status, reply.headers).end(reply.body);
    },
  );
  const door = listen((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    const what = atDoor;
    atDoor = 'pass';
    if (what === 'shut') socket.destroy();
    if (what === 'pass') server.emit('connection', socket);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      door.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  atEnd(close);

  const channel = createWebhook({
    source: 'urn:nld:hub.test:semafoor',
    typePrefix: 'test.hub.semafoor',
    http: { allow: ['127.0.0.0/8'], ca: certificate },
    patienceMs: 20_000,
    findEndpoint: async () => ({ form: 'full', secrets: [secret] }),
    findDocument: async () => '{"document":{"title":"Een titel"}}',
    documentUrl: (deliveryId) => `https://hub.test/api/v1/partner/deliveries/${deliveryId}/csaf`,
    keepAttempt: async (attempt) => void attempts.push(attempt),
    ...change,
  });
  const pathOf = (target: string) => new URL(target).pathname;
  const stage: Stage = {
    channel,
    target: (name) => `https://127.0.0.1:${port}/${name}`,
    behave(target, manner) {
      if (manner === 'drop before the text') atDoor = 'shut';
      if (manner === 'never answer the address') atDoor = 'stand';
      if (manner === 'refuse for good') replies.set(pathOf(target), { status: 410, body: target });
      if (manner === 'refuse for now') replies.set(pathOf(target), { status: 503, body: target });
      manners.set(pathOf(target), manner);
    },
    taken: () => taken.map(({ path }) => `https://127.0.0.1:${port}${path}`),
    held: (count) =>
      new Promise((resolve) => {
        const look = () => held >= count && resolve();
        looking.add(look);
        look();
      }),
    goAway: close,
  };
  return {
    ...stage,
    received: taken,
    attempts,
    answer: (name: string, reply: Reply) => void replies.set(`/${name}`, reply),
  };
}
