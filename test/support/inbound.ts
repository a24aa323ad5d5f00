import { createTransport } from 'nodemailer';
import type { Purpose } from '../../src/acknowledgement/inbound/recipient.ts';
import { messageKey } from '../../src/acknowledgement/message-key.ts';
import type { Hub } from '../../src/hub.ts';
import { listenForMail } from '../../src/mail/listener.ts';
import { atEnd } from './at-end.ts';

/** The address of the hub's own that a delivery gave out. */
export const ownAddress = ({ config }: Hub, purpose: Purpose, deliveryId: number) =>
  `${purpose}+${messageKey(config.linkKeys, deliveryId)}@${config.mail.returnPathDomain}`;

type Notice = { target: string; action: string; status: string; words?: string };

/** A delivery status notification as mail servers write them. */
export const reportOn = ({ target, action, status, words = '' }: Notice) =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Subject: Delivery Status Notification',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    '',
    '--r',
    '',
    'This is the mail system.',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${target}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${words}`,
    '',
    '--r--',
    '',
  ].join('\r\n');

/** An answer as a person's mail program writes it. */
export const replyFrom = (from: string, text: string, headers: string[] = []) =>
  [
    `From: ${from}`,
    'Subject: Re: [TLP:AMBER] NCSC-2019-0979',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
    '',
    text,
    '',
    'On Fri, 17 Jan 2020 at 10:00, CSIRT <advisories@hub.test> wrote:',
    '> Update at once.',
    '',
  ].join('\r\n');

type Letter = { from?: string; to: string | string[]; raw: string };

/** The mail server in front of a hub that listens on a free port. */
export async function openPostOffice(hub: Hub) {
  const listener = await listenForMail(hub);
  if (!listener) throw new Error('The hub does not listen.');
  const lmtp = hub.config.mail.inbound.protocol === 'lmtp';
  const transport = createTransport({
    host: '127.0.0.1',
    port: listener.port,
    lmtp,
    ignoreTLS: true,
  });
  atEnd(async () => {
    transport.close();
    await listener.close();
  });
  return {
    port: listener.port,
    /** Brings a message; the promise is the listener's answer, and fails with it when that is a refusal. */
    async bring({ from = '', to, raw }: Letter): Promise<string> {
      const { response } = await transport.sendMail({ envelope: { from, to }, raw });
      return response;
    },
  };
}
