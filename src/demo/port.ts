import { createServer } from 'node:net';
import { HubError } from '../errors.ts';

/**
 * Finds out, before anything is begun, whether the hub can listen there; 0 becomes a free port.
 * @throws HubError conflict when it cannot
 */
export function choosePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const why = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`;
      const message = `Port ${port} on ${host} ${why}: end what listens there, or choose another, for example PORT=8790 npm run demo`;
      reject(new HubError('conflict', message));
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
