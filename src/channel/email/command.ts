import type { Envelope } from './finish.ts';
import type { Offer } from './offer.ts';

/** A step of a session: what was sent, and so what the next reply answers. `VOID` is a lone dot for nobody. */
export type Step = 'RSET' | 'MAIL' | 'RCPT' | 'DATA' | 'TEXT' | 'VOID' | 'QUIT';

/** A line to send, and the step it is. */
export type Command = { step: Step; line: string };

/**
 * The envelope of one message of `size` bytes to one recipient, with the parameters that the server offered. The
 * addresses and the id come from `finish`, which lets no line end or bracket through.
 */
export function envelopeCommands(envelope: Envelope, size: number, offer: Offer): Command[] {
  const { from, to, envid, notify, eightBit } = envelope;
  const mail = [`MAIL FROM:<${from}>`];
  const rcpt = [`RCPT TO:<${to}>`];
  if (offer.size !== undefined) mail.push(`SIZE=${size}`);
  if (eightBit && offer.eightBit) mail.push('BODY=8BITMIME');
  if (needsUtf8(to)) mail.push('SMTPUTF8');
  if (offer.dsn) {
    mail.push('RET=HDRS', `ENVID=${envid}`);
    rcpt.push(`NOTIFY=${notify.join(',')}`);
  }
  return [
    { step: 'MAIL', line: mail.join(' ') },
    { step: 'RCPT', line: rcpt.join(' ') },
    { step: 'DATA', line: 'DATA' },
  ];
}

/** Whether an address has letters beyond ASCII: no server has to take one (RFC 6531 §3.1). */
export const needsUtf8 = (address: string) => /[\u0080-\uffff]/.test(address);
