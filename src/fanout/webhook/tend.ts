import type { Channel } from '../../channel/channel.ts';
import type { Hub } from '../../hub.ts';
import { disableWebhooks } from './disable-webhooks.ts';
import { resealSecrets } from './reseal-secrets.ts';
import { warnContacts } from './warn-contacts.ts';

/** Looks after partners' webhooks: warns, disables, and keeps their secrets under the newest key. */
export async function tendWebhooks(hub: Hub, channels: Channel[]): Promise<void> {
  await resealSecrets(hub);
  await warnContacts(hub, channels);
  await disableWebhooks(hub);
}
