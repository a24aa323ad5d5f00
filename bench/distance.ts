import { connect, createServer, type Socket } from 'node:net';

/**
 * A wire with a round trip: `tsx distance.ts <port of the server> <ms>`, a process of its own. Every piece arrives half
 * a round trip after it was sent, in order.
 */
const [target = 0, roundTripMs = 0] = process.argv.slice(2).map(Number);
/** A timer of Node's comes up to two milliseconds late, one in the middle. */
const waitMs = roundTripMs / 2 - 1;

function carry(from: Socket, to: Socket) {
  from.on('data', (piece) => setTimeout(() => to.writable && to.write(piece), waitMs));
  from.on('end', () => setTimeout(() => to.end(), waitMs));
  from.on('error', () => to.destroy());
}

const server = createServer({ noDelay: true }, (near) => {
  const far = connect({ port: target, host: '127.0.0.1', noDelay: true });
  carry(near, far);
  carry(far, near);
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit());
