import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { Temper } from '../country/temper.ts';

export type PostOffice = { port: number; close(): Promise<void> };

type Options = {
  /** Addresses that do not simply take their mail. */
  tempers: Record<string, Temper>;
  /** Keeps a message; only then is it answered for. */
  onMail(to: string, raw: Buffer): void;
};

/** How long a slow server takes, in ms. */
const slowness = 500;

/** The mail servers of everybody in the country, behind one SMTP server on loopback. */
export async function openPostOffice({ tempers, onMail }: Options): Promise<PostOffice> {
  const known = new Set<string>();
  const server = new SMTPServer({
    name: 'mail.example',
    banner: 'the demo keeps what it receives',
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      callback(refusalOf(address, tempers[address], known));
    },
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      const slow = recipients.some((address) => tempers[address] === 'slow');
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.once('error', callback);
      stream.once('end', () => {
        const keep = () => {
          for (const to of recipients) onMail(to, Buffer.concat(chunks));
        };
        (slow ? pause(slowness) : Promise.resolve()).then(keep).then(() => callback(), callback);
      });
    },
  });
  server.on('error', () => {
    // A client that hangs up: its messages stay the hub's to send.
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}

function refusalOf(address: string, temper: Temper | undefined, known: Set<string>) {
  if (temper === 'unknown') return refusal(550, '5.1.1 nobody of that name reads mail here');
  if (temper === 'full') return refusal(452, '4.2.2 the mailbox is full');
  if (temper !== 'greylists' || known.has(address)) return null;
  known.add(address);
  return refusal(451, '4.7.1 not known yet, come back in a moment');
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });
