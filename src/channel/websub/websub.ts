import { createHmac, randomBytes } from 'node:crypto';
import { DeliveryError } from '../../errors.ts';
import { createHttp, type HttpConfig } from '../http/request.ts';

/** What somebody asked for in a callback's name. */
export type Intent = {
  mode: 'subscribe' | 'unsubscribe';
  topic: string;
  callback: string;
  leaseSeconds: number;
};

/** The news of a topic for one subscriber. */
export type Push = {
  callback: string;
  body: Uint8Array;
  type: string;
  /** Names the hub and the topic (W3C WebSub §7). */
  link: string;
  secret: string | null;
};

/** No subscriber is waited for longer, in ms. */
const patienceMs = 10_000;

/** Speaks to the callbacks of W3C WebSub's subscribers, which are other people's servers. */
export function createWebsub(config: HttpConfig) {
  const ask = createHttp(config);
  return {
    /** W3C WebSub §5.3: whether the callback itself means it, said by giving back what it could not guess. */
    async isMeant({ mode, topic, callback, leaseSeconds }: Intent): Promise<boolean> {
      const challenge = randomBytes(32).toString('base64url');
      const query = new URLSearchParams({
        'hub.mode': mode,
        'hub.topic': topic,
        'hub.challenge': challenge,
        ...(mode === 'subscribe' && { 'hub.lease_seconds': String(leaseSeconds) }),
      });
      // What stands in the callback's own query stays as it is written.
      const url = `${callback}${callback.includes('?') ? '&' : '?'}${query}`;
      try {
        const { status, start } = await ask({ method: 'GET', url, headers, timeoutMs: patienceMs });
        return status >= 200 && status < 300 && start === challenge;
      } catch (error) {
        if (error instanceof DeliveryError) return false;
        throw error;
      }
    },

    /**
     * W3C WebSub §7: hands the topic's content over; the promise is the other side's word.
     * @throws DeliveryError `gone` where the subscriber says that nobody listens there any more
     */
    async push({ callback, body, type, link, secret }: Push): Promise<string> {
      const { status, retryAfter } = await ask({
        method: 'POST',
        url: callback,
        headers: { ...headers, 'Content-Type': type, Link: link, ...signature(body, secret) },
        body,
        timeoutMs: patienceMs,
      });
      if (status >= 200 && status < 300) return `HTTP ${status}`;
      const gone = status === 410;
      throw new DeliveryError(`HTTP ${status}`, { permanent: gone, gone, retryAfter });
    },
  };
}

export type Websub = ReturnType<typeof createWebsub>;

const headers = { 'User-Agent': 'semafoor' };

/** W3C WebSub §7.1. */
function signature(body: Uint8Array, secret: string | null): Record<string, string> {
  if (secret === null) return {};
  const mac = createHmac('sha256', secret).update(body).digest('hex');
  return { 'X-Hub-Signature': `sha256=${mac}` };
}
