import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Server = {
  /** Where it listens, on loopback. */
  url: string;
  close(): Promise<void>;
};

/** What is said in answer: a status, and a body as JSON where there is one. */
export type Said = { status: number; body?: unknown };

/** Opens a small HTTP server of somebody in the world, on a free port of loopback. */
export async function listen(answer: (request: IncomingMessage) => Promise<Said>): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, body }) => {
        const head = body === undefined ? {} : { 'Content-Type': 'application/json' };
        response.writeHead(status, head).end(body === undefined ? '' : JSON.stringify(body));
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The body of a request, read as JSON; an empty one is an empty object. @throws SyntaxError */
export async function json(request: IncomingMessage): Promise<unknown> {
  return JSON.parse((await text(request)) || '{}');
}
