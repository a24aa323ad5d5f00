import { messageKey } from '../acknowledgement/message-key.ts';
import {
  acknowledgementLink,
  confirmationLink,
  unsubscribeLink,
} from '../acknowledgement/token.ts';
import type { Channel, SlotName } from '../channel/channel.ts';
import { createEmail } from '../channel/email/email.ts';
import type { Dial } from '../channel/email/relay.ts';
import { createTelegram } from '../channel/telegram/telegram.ts';
import type { Links } from '../fanout/composer.ts';
import type { Hub } from '../hub.ts';
import { createMailCrypt } from '../openpgp-mail.ts';

/** What differs between runtimes. */
export type Means = {
  /** Opens connections to relays where Node's own way does not work. */
  dial?: Dial;
  /** Signs and encrypts; in this thread unless told otherwise. */
  createCrypt?: typeof createMailCrypt;
};

/** How each way out is made, one line each; undefined where the settings do not give it. */
const waysOut = (hub: Hub, means: Means = {}): Record<string, (() => Channel) | undefined> => {
  const { mail, telegram } = hub.config;
  return {
    email: mail.relays.length > 0 ? () => emailOf(hub, means) : undefined,
    telegram: telegram && (() => createTelegram(telegram)),
  };
};

/** The ways out that these settings give, by name; what goes by another one waits for a process that has it. */
export function channelNames(hub: Hub): string[] {
  return Object.entries(waysOut(hub)).flatMap(([name, make]) => (make ? [name] : []));
}

/** The same, ready to send. Without a relay mail stays queued, and the log says so. */
export function channelsOf(hub: Hub, means: Means = {}): Channel[] {
  const { email, ...others } = waysOut(hub, means);
  if (!email)
    hub.log.warn('SMTP_URL is not set: e-mail stays queued until a hub with a relay sends it');
  return Object.values({ email, ...others }).flatMap((make) => make?.() ?? []);
}

function emailOf(hub: Hub, { dial, createCrypt = createMailCrypt }: Means): Channel {
  const { mail, csirtName, publicUrl, openpgp } = hub.config;
  const domain = new URL(publicUrl).hostname;
  const crypt = createCrypt(hub.config);
  return createEmail({
    relays: mail.relays.map((relay) => ({ ...relay, dial })),
    connections: mail.connections,
    rate: mail.rate ?? Number.POSITIVE_INFINITY,
    from: { name: csirtName, address: mail.from },
    returnPathDomain: mail.returnPathDomain,
    replyDomain: mail.takesReplies ? mail.returnPathDomain : undefined,
    messageIdDomain: domain,
    listId: `advisories.${domain}`,
    dkim: mail.dkim,
    crypt: mail.signed ? crypt : { ...crypt, sign: null },
    commonWayOut:
      openpgp && mail.signed
        ? {
            nl: `${publicUrl}/nl/subscribe#end`,
            en: `${publicUrl}/en/subscribe#end`,
          }
        : undefined,
  });
}

/** Each link is sealed when a message first asks for it: most carry one of the two. */
function slotsOf(config: Hub['config'], deliveryId: number): Record<SlotName, string> {
  let acknowledge: string | undefined;
  let unsubscribe: string | undefined;
  return {
    get acknowledge() {
      acknowledge ??= acknowledgementLink(config, deliveryId);
      return acknowledge;
    },
    get unsubscribe() {
      unsubscribe ??= unsubscribeLink(config, deliveryId);
      return unsubscribe;
    },
  };
}

/** What the fan-out writes into a message for one recipient. */
export function linksOf({ config }: Hub): Links {
  return {
    key: (deliveryId) => messageKey(config.linkKeys, deliveryId),
    slots: (deliveryId) => slotsOf(config, deliveryId),
    confirm: (confirmationId) => confirmationLink(config, confirmationId),
  };
}
