import { createTransport } from 'nodemailer';
import type { Letter } from '../src/channel/channel.ts';

/**
 * What most would write: nodemailer's pool, a text and an HTML composed for every recipient, no ledger. A process of
 * its own; asked with an order it sends, and answers how long that took.
 */
export type Order = {
  port: number;
  connections: number;
  mails: number;
  letter: Letter;
  dkim?: { domain: string; selector: string; key: string } | undefined;
};
export type Done = { ms: number; processorMs: number };

async function send({ port, connections, mails, letter, dkim }: Order): Promise<Done> {
  const pool = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    ...(dkim
      ? { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key } }
      : {}),
  });
  const began = performance.now();
  const before = process.cpuUsage();
  let next = 0;
  // Twice as many in hand as connections, so that the pool never waits for us.
  const workers = Array.from({ length: 2 * connections }, async () => {
    while (next < mails) await pool.sendMail(messageFor(letter, next++));
  });
  await Promise.all(workers);
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  pool.close();
  return { ms, processorMs: (user + system) / 1000 };
}

function messageFor(letter: Letter, n: number) {
  const link = `http://127.0.0.1:8787/acknowledge/${String(n).padStart(32, 'x')}`;
  const fill = (text: string) => text.replaceAll(/\uE000\w+\uE001/g, link);
  return {
    from: 'NCSC <semafoor@localhost>',
    to: `provider${n}.0@example.nl`,
    subject: letter.subject,
    text: fill(letter.text),
    html: fill(letter.html),
    headers: { 'Auto-Submitted': 'auto-generated', 'List-Id': '<advisories.localhost>' },
  };
}

process.on('disconnect', () => process.exit());
process.on('message', async (order) => process.send?.(await send(order as Order)));
process.send?.('ready');
