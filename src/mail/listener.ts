import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { mostBytes } from '../acknowledgement/inbound/mail.ts';
import type { Outcome } from '../acknowledgement/inbound/outcome.ts';
import { readRecipient } from '../acknowledgement/inbound/recipient.ts';
import { takeMail } from '../acknowledgement/inbound/take-mail.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';

export type Listener = { port: number; close(): Promise<void> };

/** A mail server in front brings one message after the other; whoever floods it waits there. */
const bounds = { size: mostBytes, maxClients: 20, socketTimeout: 60_000, closeTimeout: 3000 };
/** A message comes back to the one address that it was sent from; a list of them is somebody's guess. */
const mostRecipients = 10;

/**
 * Listens for the mail that comes back, by SMTP or LMTP; null where no port is set. It takes mail for addresses that the
 * hub gave out and for nobody else, so it relays nothing, and it never sends anything. What it took and cannot use is
 * dropped and counted: refusing it after DATA would have the server in front write to somebody who did nothing.
 * @throws HubError conflict when the port is taken
 */
export async function listenForMail(hub: Hub): Promise<Listener | null> {
  const { port, host, protocol } = hub.config.mail.inbound;
  if (port === undefined) return null;
  const server = createServer(hub, protocol);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `${host}:${port} is taken by another program: end that one, or set INBOUND_SMTP_PORT to another port.`;
      reject(error.code === 'EADDRINUSE' ? new HubError('conflict', taken) : error);
    });
    server.listen(port, host, resolve);
  });
  server.removeAllListeners('error');
  // A client that breaks off is its own business.
  server.on('error', (error) => hub.log.debug({ err: error }, 'a mail connection broke off'));
  const listening = server.server.address() as AddressInfo;
  hub.log.info({ host, port: listening.port, protocol }, 'mail that comes back is taken');
  return {
    port: listening.port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function createServer(hub: Hub, protocol: 'smtp' | 'lmtp'): SMTPServer {
  return new SMTPServer({
    ...bounds,
    lmtp: protocol === 'lmtp',
    name: hub.config.mail.returnPathDomain,
    logger: false,
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, session, callback) {
      if (session.envelope.rcptTo.length >= mostRecipients)
        return callback(refusal(452, '4.5.3 Too many recipients'));
      if (!readRecipient(hub.config, address))
        return callback(refusal(550, '5.1.1 There is no such address here'));
      callback();
    },
    onData(stream, session, callback) {
      take(hub, stream, session).then(
        (answers) => {
          const [first] = answers;
          if (protocol === 'lmtp') return callback(null, answers as never);
          const refused = answers.find((answer) => answer instanceof Error);
          callback(refused, typeof first === 'string' ? first : undefined);
        },
        (error) => {
          hub.log.error({ err: error }, 'mail could not be taken; its server brings it again');
          callback(refusal(451, '4.3.0 Try again later'));
        },
      );
    },
  });
}

/** An answer for each recipient: LMTP gives them all, SMTP the first that asks to come again. */
async function take(hub: Hub, stream: SMTPServerDataStream, { envelope }: SMTPServerSession) {
  const raw = await readWhole(stream);
  if (!raw) return envelope.rcptTo.map(() => refusal(552, '5.3.4 The message is too large'));
  const sender = envelope.mailFrom ? envelope.mailFrom.address : '';
  const answers: (string | Error)[] = [];
  for (const { address: recipient } of envelope.rcptTo)
    answers.push(answerTo(await takeMail(hub, { recipient, sender, raw })));
  return answers;
}

/** The bytes of a message, null when it is larger than is taken: the rest is read and let go. */
async function readWhole(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  return size > mostBytes ? null : Buffer.concat(chunks);
}

const answerTo = ({ outcome, reason }: Outcome) =>
  outcome === 'early'
    ? refusal(451, '4.3.0 Not settled yet: try again later')
    : `2.0.0 ${[outcome, reason].filter(Boolean).join(': ')}`;

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });
