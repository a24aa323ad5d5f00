import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { exchange } from './exchange.ts';
import { listen, type Said, type Server } from './listen.ts';
import type { Received } from './received.ts';

/** What a message looks like to the partner, once its signature was right. */
type Event = {
  type: string;
  subject?: string;
  time?: string;
  data: { deliveryId?: number; title?: string; csaf?: object };
};

export type Partner = Server & {
  received: readonly Received[];
  /**
   * Subscribes its endpoint by the API, with the key that it was given; the promise is the number of its webhook.
   * @throws with the hub's answer when it is refused
   */
  subscribe(key: string): Promise<number>;
  /** Settles once everything that came is acknowledged. */
  atRest(): Promise<void>;
};

/** What it acknowledges: a version reached it. A notice and a withdrawal ask for nothing. */
const acknowledgeable = /\.(publication|correction|request)$/;

/**
 * The machine of an information hub: it checks every signature with the library of Standard Webhooks, and acknowledges
 * by its key what it will pass on.
 */
export async function openPartner(hub: string): Promise<Partner> {
  const received: Received[] = [];
  const acknowledging = new Set<Promise<void>>();
  let account = { key: '', secret: '' };

  async function ask(method: 'GET' | 'POST', path: string, body?: unknown) {
    const answer = await exchange(`${hub}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${account.key}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: JSON.parse(answer.body || 'null') };
  }

  async function take(request: IncomingMessage): Promise<Said> {
    const body = await text(request);
    const { 'webhook-id': id = '' } = request.headers as Record<string, string>;
    const entry: Received = {
      id,
      event: null,
      size: Buffer.byteLength(body),
      csaf: null,
      acknowledged: null,
    };
    received.push(entry);
    const event = read(body, request.headers as Record<string, string>);
    if (!event) return { status: 401 };
    const { type, subject = null, time = null, data } = event;
    entry.csaf = data.csaf ? JSON.stringify(data.csaf) : null;
    entry.event = { type, subject, time, title: data.title ?? null };
    if (acknowledgeable.test(type)) follow(acknowledge(entry, data.deliveryId));
    return { status: 204 };
  }

  function read(body: string, headers: Record<string, string>): Event | null {
    try {
      return new Webhook(account.secret).verify(body, headers) as Event;
    } catch {
      return null;
    }
  }

  async function acknowledge(entry: Received, deliveryId: number | undefined): Promise<void> {
    const path = `/deliveries/${deliveryId}/acknowledgement`;
    entry.acknowledged = (await ask('POST', path, { choice: 'received' })).status;
  }

  function follow(work: Promise<void>): void {
    acknowledging.add(work);
    void work.finally(() => acknowledging.delete(work)).catch(() => {});
  }

  const server = await listen(take);
  return {
    ...server,
    received,
    async subscribe(key) {
      account = { key, secret: '' };
      const contacts = await ask('GET', '/webhook-contacts');
      const contactId = contacts.body?.items?.[0]?.id;
      const url = `${server.url}/events`;
      const made = await ask('POST', '/webhooks', { contactId, url, form: 'full' });
      if (made.status !== 201) throw new Error(`The hub refused: ${JSON.stringify(made.body)}`);
      account.secret = made.body.secret;
      return made.body.webhook.id;
    },
    async atRest() {
      await Promise.all(acknowledging);
    },
  };
}
