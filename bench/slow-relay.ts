import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/**
 * A relay that takes so many mails a second, one after the other, however many connections: `tsx slow-relay.ts <rate>`,
 * a process of its own. Asked anything, it tells how many it took and when the first for each provider came since it was
 * last asked.
 */
export type Taken = { all: number; urgent: number[] };

const every = 1000 / Number(process.argv[2]);
let next = 0;
let taken: Taken = { all: 0, urgent: [] };

async function turn() {
  next = Math.max(next + every, performance.now());
  await pause(Math.max(0, next - performance.now()));
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  async onData(stream, { envelope }, callback) {
    await text(stream).catch(() => {});
    await turn();
    taken.all += 1;
    if (envelope.rcptTo[0]?.address.startsWith('provider')) taken.urgent.push(Date.now());
    callback();
  },
});
server.on('error', () => {});
const socket = server.listen(0, '127.0.0.1', () => process.send?.(socket.address()));
process.on('disconnect', () => process.exit());
process.on('message', () => {
  process.send?.(taken);
  taken = { all: 0, urgent: [] };
});
