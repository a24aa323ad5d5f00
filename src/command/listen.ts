import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HubError } from '../errors.ts';

export type Listening = {
  port: number;
  /** Takes nothing more, lets requests under way end, cuts off those that stay. */
  close(): Promise<void>;
};

type Place = {
  host: string;
  /** 0: any that is free. */
  port: number;
  /** The setting that names the port, for whoever has to choose another one. */
  setting: 'PORT' | 'METRICS_PORT';
};

/** Requests under way get so long to end, in ms; pages that are watched live would stay for ever. */
const graceMs = 3000;

/** Answers HTTP there. @throws HubError conflict when the port is taken */
export async function listen(
  answer: RequestListener,
  { host, port, setting }: Place,
): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  // A page is asked for without a body: Node need not make and drain a stream for it.
  const server = createServer({ optimizeEmptyRequests: true }, answer).listen(port, host, resolve);
  server.once('error', (error: NodeJS.ErrnoException) => {
    const taken = `${host}:${port} is taken by another program: end that one, or set ${setting} to another port.`;
    reject(error.code === 'EADDRINUSE' ? new HubError('conflict', taken) : error);
  });
  await promise;
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      return promise;
    },
  };
}
