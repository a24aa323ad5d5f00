import type { lookup } from 'node:dns';
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { DeliveryError } from '../../errors.ts';
import { createGuard } from './guard.ts';
import { createLookup, ForbiddenTarget } from './lookup.ts';

export type HttpConfig = {
  /** Addresses and CIDR ranges that may be asked though they are not public. */
  allow: readonly string[];
  /** PEM; an authority that the system does not know. */
  ca?: string | undefined;
  /** How names are looked up; the system's way, if left out. */
  resolve?: typeof lookup;
};

export type Asked = {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
  /** For everything together: looking up, connecting, asking, reading. */
  timeoutMs: number;
};

/** What the other side answered, whatever its status: a redirect is an answer and is not followed. */
export type Answer = {
  status: number;
  /** In seconds, where it asked for a wait. */
  retryAfter: number | undefined;
  /** The first 4 KiB. */
  start: string;
};

const mostRead = 4096;

/** Asks other people's servers: never one that is shut, never longer than allowed, never reading more than a page. */
export function createHttp({ allow, ca, resolve }: HttpConfig) {
  const guard = createGuard(allow);
  const lookup = createLookup(guard, resolve);

  /** @throws DeliveryError when no answer came; in doubt once a connection stood */
  return function ask({ method, url, headers, body, timeoutMs }: Asked): Promise<Answer> {
    const target = new URL(url);
    const host = target.hostname.replace(/^\[|\]$/g, '');
    // A literal address is never looked up.
    if (isIP(host) && !guard(host)) return Promise.reject(failure(new ForbiddenTarget(), false));
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const isSecure = target.protocol === 'https:';
    let connected = false;
    const request = (isSecure ? secure : plain)(target, {
      method,
      agent: false,
      lookup,
      maxHeaderSize: 16_384,
      headers: { ...headers, 'Content-Length': String(body?.length ?? 0) },
      ...(ca === undefined ? {} : { ca }),
    });
    const timer = setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs);
    request.on('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    request.on('response', (response) => {
      read(response).then(resolve, reject);
    });
    request.on('error', (error) => reject(failure(error, connected)));
    request.on('close', () => clearTimeout(timer));
    request.end(body);
    return promise.finally(() => {
      clearTimeout(timer);
      request.destroy();
    });
  };
}

export type Ask = ReturnType<typeof createHttp>;

/** The status is the answer: what its body says is kept as far as it comes. */
async function read(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= mostRead) break;
    }
  } catch {
    // It broke off after the status.
  }
  const start = Buffer.concat(chunks).subarray(0, mostRead).toString('utf8');
  return { status, retryAfter: secondsOf(headers['retry-after']), start };
}

/** RFC 9110 §10.2.3: seconds, or a date. */
export function secondsOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

/** The error's code alone: the system's words name addresses. */
function failure(error: Error & { code?: string }, connected: boolean): DeliveryError {
  if (error instanceof ForbiddenTarget)
    return new DeliveryError('the target is not on the public internet', { permanent: false });
  const why = /^[A-Z][A-Z0-9_]{2,60}$/.test(error.code ?? '') ? error.code : 'no answer in time';
  const words = connected ? `no answer (${why})` : `no connection (${why})`;
  return new DeliveryError(words, { permanent: false, inDoubt: connected });
}
