import type { Chance } from './chance.ts';
import type { InventedOrganisation } from './invented.ts';
import { regulatorOf } from './neighbour.ts';
import { placeNames } from './place-name.ts';
import { type Sector, sectors } from './sector.ts';
import { drawUses } from './software.ts';

/** The vital providers, or a share of them, sector by sector, each under its sector's regulator. */
export function inventProviders(chance: Chance, share: number): InventedOrganisation[] {
  return sectors.flatMap((sector) =>
    inventSector({ ...sector, providers: Math.ceil(sector.providers * share) }, chance),
  );
}

function inventSector(sector: Sector, chance: Chance): InventedOrganisation[] {
  const { name, providers, called } = sector;
  return Array.from({ length: providers }, (_, index) => ({
    name: `${called[index % called.length]} ${placeOf(sector, index)}`,
    kind: 'vital provider' as const,
    sector: name,
    regulator: regulatorOf(name),
    uses: drawUses(chance, 0.4),
  }));
}

/** Walks through the country with a stride that no number of places shares, so that neighbours differ. */
function placeOf(sector: Sector, index: number): string {
  const start = sectors.findIndex(({ name }) => name === sector.name) * 29;
  return placeNames[(start + index * 7) % placeNames.length] as string;
}
