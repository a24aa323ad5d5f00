import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { createDice } from './dice.ts';
import type { Accepted } from './judge.ts';

/**
 * The SMTP server of a round, in a process of its own that survives it: a port per sending process, so that a copy can
 * be told by its sender. It remembers a message before it says that it took it.
 */
const slots = process.argv.slice(3);
const dice = createDice(Number(process.argv[2]));
const accepted: Accepted[] = [];
const put = new Set<string>();

/** `refused…` is refused for good, `later…` the first time. */
function objection(recipient: string): Error | null {
  if (recipient.startsWith('refused')) return refusal(550, '5.1.1 nobody here');
  if (!recipient.startsWith('later') || put.has(recipient)) return null;
  put.add(recipient);
  return refusal(451, '4.7.1 come back later');
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

function listen(slot: string): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, callback) => callback(objection(address)),
    async onData(stream, { envelope }, callback) {
      // A killed client breaks off in the middle of a message, which was never taken then.
      const message = await text(stream).catch(() => null);
      if (message === null) return;
      await pause(dice.between(0, 20));
      const messageId = /^Message-ID:\s*(\S+)/im.exec(message)?.[1] ?? 'none';
      for (const { address } of envelope.rcptTo)
        accepted.push({ slot, at: Date.now(), recipient: address, messageId });
      callback();
    },
  });
  // A killed client leaves a reset behind: that is what the round is about.
  server.on('error', () => {});
  return new Promise((resolve) => {
    const socket = server.listen(0, '127.0.0.1', () => {
      const address = socket.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

process.on('disconnect', () => process.exit());
process.on('message', (question) =>
  process.send?.(question === 'count' ? accepted.length : accepted),
);
const ports = await Promise.all(slots.map(listen));
process.send?.(Object.fromEntries(slots.map((slot, index) => [slot, ports[index]])));
