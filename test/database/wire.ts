import { connect, createServer, type Socket } from 'node:net';

export type Wire = {
  url: string;
  /** Cuts every connection, as a killed server does: without a last word, or with a reset. */
  cut(how: 'quietly' | 'with a reset'): void;
  /** Cuts the next connection that says this. */
  cutAt(words: string): void;
  close(): void;
};

/** Lays a wire to the database's server that can be cut. */
export async function layWire(database: string): Promise<Wire> {
  const { port, hostname } = new URL(database);
  const sockets = new Set<Socket>();
  let trap: string | null = null;

  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect(Number(port), hostname);
    sockets.add(near);
    for (const socket of [near, far]) socket.on('error', () => {});
    near.on('data', (piece) => {
      if (!trap || !piece.includes(trap)) far.write(piece);
      else {
        trap = null;
        near.resetAndDestroy();
      }
    });
    far.on('data', (piece) => near.write(piece));
    near.on('close', () => {
      sockets.delete(near);
      far.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(database);
  url.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: url.href,
    cut(how) {
      for (const socket of sockets)
        if (how === 'quietly') socket.end();
        else socket.resetAndDestroy();
    },
    cutAt(words) {
      trap = words;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
