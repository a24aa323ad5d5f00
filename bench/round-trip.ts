import { once } from 'node:events';
import { connect } from 'node:net';
import { median } from './median.ts';

/** What a round trip to an SMTP server takes, in ms: the median of fifty NOOPs, one after the other. */
export async function measureRoundTrip(port: number): Promise<number> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'data'); // its greeting
  const times: number[] = [];
  for (let n = 0; n < 50; n++) {
    const began = performance.now();
    socket.write('NOOP\r\n');
    await once(socket, 'data');
    times.push(performance.now() - began);
  }
  socket.destroy();
  return median(times);
}
