import { addPublicChannel } from '../audience/add-public-channel.ts';
import { issueChatCode } from '../audience/issue-chat-code.ts';
import type { Hub } from '../hub.ts';
import type { Country } from './country/invented.ts';
import { mailboxOf } from './country/mailable.ts';
import type { Settled } from './settle-country.ts';
import type { World } from './world/world.ts';

/** The CSIRT's channels, one in each language. */
const channels = [
  { name: 'CSIRT (Nederlands)', target: '@csirt_voorbeeld', language: 'nl' as const },
  { name: 'CSIRT (English)', target: '@csirt_example', language: 'en' as const },
];

type Given = { hub: Hub; world: World; country: Country; settled: Settled };

/** Opens the public channels, and lets some people link their chats: an administrator gives each a code for the bot. */
export async function settleTelegram({ hub, world, country, settled }: Given): Promise<void> {
  const { operatorId } = settled;
  for (const channel of channels) await addPublicChannel(hub, { ...channel, operatorId });
  const chatters = await Promise.all(
    listChatters(country).map(async ({ name, language }, index) => {
      const contactId = settled.contacts.get(name) as number;
      const { code } = await issueChatCode(hub, { contactId, operatorId });
      return { chat: String(1001 + index), name, language, code };
    }),
  );
  await world.link(chatters);
}

/** Two people of vital providers who never answer a mail, and the duty desk of a CSIRT. */
function listChatters({ contacts, organisations }: Country) {
  const kinds = new Map(organisations.map(({ name, kind }) => [name, kind]));
  const kindOf = (contact: Country['contacts'][number]) =>
    kinds.get(contact.organisations[0]?.name ?? '');
  const silent = contacts.filter(
    (contact) =>
      kindOf(contact) === 'vital provider' &&
      contact.manner === 'never' &&
      !contact.functional &&
      mailboxOf(contact),
  );
  const desks = contacts.filter((contact) => kindOf(contact) === 'csirt');
  return [...silent.slice(0, 2), ...desks.slice(0, 1)];
}
