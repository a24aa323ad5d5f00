import { DeliveryError } from '../../errors.ts';
import type { Channel, Finished, Letter, Recipient } from '../channel.ts';
import { createPlaces } from '../http/places.ts';
import { type Answer, createHttp, type HttpConfig } from '../http/request.ts';
import { type Inside, largestDocument, type Origin, textOf, writeEvent } from './event.ts';
import { signedHeaders } from './sign.ts';
import { whyNotTarget } from './target.ts';

/** What a partner asked for and signs with, by the address that its endpoint is. */
export type Endpoint = { form: 'thin' | 'full'; secrets: string[] };

/** One try, as its owner may see it. */
export type Attempt = {
  addressId: number;
  deliveryId: number;
  key: string;
  /** Null when no answer came. */
  status: number | null;
  /** The start of the answer, or why there was none. */
  answer: string;
  durationMs: number;
};

export type WebhookConfig = Origin & {
  http: HttpConfig;
  /** Null: nobody signs for this address. */
  findEndpoint(addressId: number): Promise<Endpoint | null>;
  /** The version's CSAF document as JSON; null where CSAF has no word for it. */
  findDocument(versionId: number, language: Letter['language']): Promise<string | null>;
  /** Where the recipient of a delivery may fetch its document. */
  documentUrl(deliveryId: number): string;
  /** No partner is waited for longer, in ms, whatever the lease allows. */
  patienceMs: number;
  /** Keeps what came of a try. It never throws: what was sent was sent. */
  keepAttempt(attempt: Attempt): Promise<void>;
};

type Envelope = { key: string; deliveryId: number; addressId: number; secrets: string[] };

/** Events to partners' endpoints. Each host has places of its own, so a dead one holds up nobody else. */
export function createWebhook(config: WebhookConfig): Channel<Letter> {
  const ask = createHttp(config.http);
  const places = { total: 4, urgent: 1, ahead: 0 };
  const placesOf = createPlacesOf(places);
  return {
    name: 'webhook',
    places,
    rate: Number.POSITIVE_INFINITY,
    compose: (letter) => letter,
    finish: (letter, recipient) => finish(config, letter, recipient),
    async send({ target, bytes, envelope }, { urgent, timeoutMs }) {
      const { key, deliveryId, addressId, secrets } = envelope as Envelope;
      const until = performance.now() + timeoutMs;
      const giveBack = await placesOf(target)(urgent, timeoutMs);
      const begun = performance.now();
      const keep = (status: number | null, answer: string) => {
        const durationMs = Math.round(performance.now() - begun);
        return config.keepAttempt({ addressId, deliveryId, key, status, answer, durationMs });
      };
      try {
        const timestamp = Math.floor(Date.now() / 1000);
        const answer = await ask({
          method: 'POST',
          url: target,
          headers: {
            'Content-Type': 'application/cloudevents+json; charset=utf-8',
            'User-Agent': 'semafoor',
            ...signedHeaders(secrets, { id: key, timestamp, body: bytes }),
          },
          body: bytes,
          timeoutMs: Math.max(1, Math.min(config.patienceMs, until - begun)),
        });
        await keep(answer.status, answer.start);
        return { detail: accept(answer) };
      } catch (error) {
        if (error instanceof DeliveryError && !error.message.startsWith('HTTP '))
          await keep(null, error.message);
        throw error;
      } finally {
        giveBack();
      }
    },
    close: async () => {},
  };
}

/** Made when a host is first sent to; a hub has few partners. */
function createPlacesOf(size: { total: number; urgent: number }) {
  const known = new Map<string, ReturnType<typeof createPlaces>>();
  return (target: string) => {
    const { host } = new URL(target);
    const places = known.get(host) ?? createPlaces(size);
    known.set(host, places);
    return places;
  };
}

/** @throws DeliveryError unless it is a 2xx; 410 says that nobody will ever listen there again */
function accept({ status, retryAfter }: Answer): string {
  if (status >= 200 && status < 300) return `HTTP ${status}`;
  const isRedirect = status >= 300 && status < 400;
  const words = isRedirect ? `HTTP ${status}: redirects are not followed` : `HTTP ${status}`;
  const gone = status === 410;
  throw new DeliveryError(words, { permanent: gone, gone, retryAfter });
}

async function finish(
  config: WebhookConfig,
  letter: Letter,
  recipient: Recipient,
): Promise<Finished> {
  const { key, deliveryId, addressId, target } = recipient;
  const wrong = whyNotTarget(target, config.http.allow);
  if (wrong) throw new DeliveryError(`the endpoint ${wrong}`, { permanent: true });
  const endpoint = await config.findEndpoint(addressId);
  if (!endpoint)
    throw new DeliveryError('there is no subscription, so nothing to sign with', {
      permanent: true,
    });
  const inside = await insideOf(config, letter, recipient, endpoint);
  const bytes = writeEvent(config, letter.event, recipient, inside);
  const envelope: Envelope = { key, deliveryId, addressId, secrets: endpoint.secrets };
  return { target, bytes, envelope };
}

/** In full: the document, or its address when it is too large; what CSAF cannot say goes as text. */
async function insideOf(
  { findDocument, documentUrl }: WebhookConfig,
  letter: Letter,
  recipient: Recipient,
  { form }: Endpoint,
): Promise<Inside> {
  const nothing = { csaf: null, text: null, csafUrl: null };
  const { versionId, type } = letter.event;
  if (form === 'thin' || type === 'pointer' || type === 'test') return nothing;
  const csaf = versionId === null ? null : await findDocument(versionId, letter.language);
  if (csaf === null) return { ...nothing, text: textOf(letter, recipient) };
  if (Buffer.byteLength(csaf) <= largestDocument) return { ...nothing, csaf };
  return { ...nothing, csafUrl: documentUrl(recipient.deliveryId) };
}
