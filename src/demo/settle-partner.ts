import type { Hub } from '../hub.ts';
import { createKey } from '../operator/create-key.ts';
import type { Settled } from './settle-country.ts';
import type { World } from './world/world.ts';

/** Whose machine is told: the letter names it, as it passes advisories on to every company that is not vital. */
export const partnerName = 'Digital Trust Center';

/** In days, of the real clock, like every key. */
const term = 365;

/** Gives the partner a key, by which it has its machine told. */
export async function settlePartner(hub: Hub, world: World, settled: Settled): Promise<void> {
  const { key } = await createKey(hub, {
    operatorId: settled.operatorId,
    name: partnerName,
    expiresAt: new Date(Date.now() + term * 86_400_000),
    partner: {
      organisationId: settled.organisations.get(partnerName) as number,
      tlpCeiling: 'AMBER',
    },
  });
  await world.subscribe(key);
}
