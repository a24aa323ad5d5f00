import type { NodemailerError } from 'nodemailer/lib/errors';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { readOffer } from './offer.ts';
import { connectionOptions, type Relay } from './relay.ts';
import { openingError } from './reply.ts';
import type { Opened } from './session.ts';
import { within } from './within.ts';

/**
 * Connects, secures, authenticates, all of it nodemailer's; what follows, message after message, is ours.
 * @throws DeliveryError about the relay
 */
export async function openSocket(relay: Relay, timeoutMs: number): Promise<Opened> {
  const smtp = new SMTPConnection(connectionOptions(relay, timeoutMs));
  // Without a listener an error on an idle session would end the process.
  smtp.on('error', () => {});
  let ehlo = '';
  try {
    await within<void>(timeoutMs, ({ resolve, reject }) => {
      smtp.once('error', reject);
      const settle = (error?: NodemailerError | null) => (error ? reject(error) : resolve());
      smtp.connect((error) => {
        ehlo = smtp.lastServerResponse || '';
        if (error || relay.user === undefined) settle(error);
        else smtp.login({ user: relay.user, pass: relay.pass }, settle);
      });
      return () => new Error(`${relay.host} did not get ready to take mail in time`);
    });
  } catch (error) {
    smtp.close();
    throw openingError(error as NodemailerError);
  }
  const socket = smtp._socket;
  if (!socket) throw openingError(new Error('The relay ended the connection.'));
  // Its listeners for the end of the socket stay: they clean up after it.
  socket.removeAllListeners('data');
  return { socket, relay, offer: readOffer(ehlo) };
}
