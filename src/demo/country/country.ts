import { createChance } from './chance.ts';
import { inventContacts } from './contact.ts';
import { inventGovernment } from './government.ts';
import type { Country } from './invented.ts';
import { inventNeighbours } from './neighbour.ts';
import { drawUses } from './software.ts';
import { inventSubscribers } from './subscriber.ts';
import { addTrouble } from './trouble.ts';
import { inventProviders } from './vital.ts';

type Size = { share: number; subscribers: number };

/**
 * Invents the demo's country: the same one at every start. No organisation but the ministries and the DTC exists.
 * `share` is the part of the 400 vital providers that there are.
 */
export function inventCountry(
  { share, subscribers }: Size = { share: 1, subscribers: 2000 },
): Country {
  const chance = createChance(20191217);
  const government = inventGovernment().map((each) => ({ ...each, uses: drawUses(chance, 0.6) }));
  const providers = inventProviders(chance, share);
  const organisations = [...inventNeighbours(), ...government, ...providers];
  const contacts = inventContacts(organisations, chance);
  return {
    organisations,
    contacts: addTrouble(
      contacts,
      providers.map(({ name }) => name),
    ),
    subscribers: inventSubscribers(chance, subscribers),
  };
}
