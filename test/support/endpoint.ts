import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { atEnd } from './at-end.ts';

export type Posted = { path: string; headers: Record<string, string>; body: string };
export type Reply = { status: number; body?: string; headers?: Record<string, string> } | 'silence';

/** A partner's machine on loopback, by plain http: it keeps what it took, and answers as it is told. */
export async function openEndpoint() {
  const posted: Posted[] = [];
  const replies = new Map<string, Reply>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    let body = '';
    for await (const chunk of request) body += chunk;
    posted.push({ path, headers: request.headers as Record<string, string>, body });
    const reply = replies.get(path) ?? { status: 204 };
    if (reply !== 'silence') response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  atEnd(() => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  });
  return {
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    /** What came at a path, in order. */
    at: (path: string) => posted.filter((one) => one.path === path),
    /** Ends every connection that stands. */
    cut: () => server.closeAllConnections(),
    answer: (path: string, reply: Reply) => void replies.set(path, reply),
  };
}

export type Endpoint = Awaited<ReturnType<typeof openEndpoint>>;

/** What a message says, after the library of Standard Webhooks was content with its signature. */
export function opened(message: Posted | undefined, secret: string) {
  if (!message) throw new Error('Nothing came.');
  return new Webhook(secret).verify(message.body, message.headers) as {
    id: string;
    type: string;
    // biome-ignore lint/suspicious/noExplicitAny: what stands in it is what the tests ask.
    data: any;
  };
}
