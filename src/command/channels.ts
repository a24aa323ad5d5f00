import { messageKey } from '../acknowledgement/message-key.ts';
import {
  acknowledgementLink,
  confirmationLink,
  unsubscribeLink,
} from '../acknowledgement/token.ts';
import type { Channel } from '../channel/channel.ts';
import { createEmail } from '../channel/email/email.ts';
import type { Dial } from '../channel/email/relay.ts';
import { createTelegram } from '../channel/telegram/telegram.ts';
import type { Links } from '../fanout/composer.ts';
import type { Hub } from '../hub.ts';
import { createMailCrypt } from '../openpgp-mail.ts';

/** The ways out that this process has: one line each. `dial` opens connections to relays where Node's own way does not work. */
export function channelsOf(hub: Hub, dial?: Dial): Channel[] {
  const { telegram } = hub.config;
  return [...emailOf(hub, dial), ...(telegram ? [createTelegram(telegram)] : [])];
}

/** Without a relay mail stays queued, and the log says so. */
function emailOf(hub: Hub, dial?: Dial): Channel[] {
  const { mail, csirtName, publicUrl, openpgp } = hub.config;
  if (mail.relays.length === 0) {
    hub.log.warn('SMTP_URL is not set: e-mail stays queued until a hub with a relay sends it');
    return [];
  }
  const domain = new URL(publicUrl).hostname;
  return [
    createEmail({
      relays: mail.relays.map((relay) => ({ ...relay, dial })),
      connections: mail.connections,
      rate: mail.rate ?? Number.POSITIVE_INFINITY,
      from: { name: csirtName, address: mail.from },
      returnPathDomain: mail.returnPathDomain,
      replyDomain: mail.takesReplies ? mail.returnPathDomain : undefined,
      messageIdDomain: domain,
      listId: `advisories.${domain}`,
      dkim: mail.dkim,
      crypt: createMailCrypt(hub.config),
      commonWayOut: openpgp && {
        nl: `${publicUrl}/nl/subscribe#end`,
        en: `${publicUrl}/en/subscribe#end`,
      },
    }),
  ];
}

/** What the fan-out writes into a message for one recipient. */
export function linksOf({ config }: Hub): Links {
  return {
    key: (deliveryId) => messageKey(config.linkKeys, deliveryId),
    slots: (deliveryId) => ({
      acknowledge: acknowledgementLink(config, deliveryId),
      unsubscribe: unsubscribeLink(config, deliveryId),
    }),
    confirm: (confirmationId) => confirmationLink(config, confirmationId),
  };
}
