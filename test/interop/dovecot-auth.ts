import { type AddressInfo, createServer } from 'node:net';
import { atEnd } from '../support/at-end.ts';

/**
 * Answers Postfix's question who may send, in Dovecot's authentication protocol 1.1: the account `semafoor` with one
 * password, PLAIN alone. The promise is the port.
 */
export async function startAuthentication(password: string): Promise<number> {
  const right = Buffer.from(`\0semafoor\0${password}`).toString('base64');
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write('VERSION\t1\t1\nMECH\tPLAIN\tplaintext\nSPID\t1\nCUID\t1\nCOOKIE\t0\nDONE\n');
    let input = '';
    socket.on('data', (chunk) => {
      input += chunk;
      const lines = input.split('\n');
      input = lines.pop() ?? '';
      for (const line of lines) {
        const [verb, id, , ...parameters] = line.split('\t');
        if (verb !== 'AUTH') continue;
        const known = parameters.includes(`resp=${right}`);
        socket.write(known ? `OK\t${id}\tuser=semafoor\n` : `FAIL\t${id}\tuser=semafoor\n`);
      }
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  atEnd(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}
