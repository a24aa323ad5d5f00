import type { InventedOrganisation } from './invented.ts';
import { placeNames } from './place-name.ts';
import { sectors } from './sector.ts';

/** Whom the hubs pass advisories on to, each its own circle. */
const circles = [
  'Zorg',
  'Onderwijs',
  'Gemeenten',
  'Provincies',
  'Waterketen',
  'Logistiek',
  'Land- en tuinbouw',
  'Maakindustrie',
  'Bouw',
  'Winkels',
  'Media',
  'Notarissen',
  'Advocaten',
  'Pensioenen',
  'Verzekeraars',
  'Woningcorporaties',
  'Bibliotheken',
  'Musea',
  'Horeca',
  'Sport',
];

/** The supervising regulator of a sector. */
export const regulatorOf = (sector: string) => `Toezichthouder ${sector}`;

/** Everyone beside the target organisations: regulators, information hubs, CSIRTs and partners. */
export function inventNeighbours(): InventedOrganisation[] {
  return [
    ...sectors.map(({ name }) => ({
      name: regulatorOf(name),
      kind: 'regulator' as const,
      sector: name,
      uses: [],
    })),
    // Named in the letter: it passes advisories on to every company that is not vital.
    { name: 'Digital Trust Center', kind: 'information hub' as const, uses: [] },
    ...circles.map((circle) => ({
      name: `Knooppunt ${circle}`,
      kind: 'information hub' as const,
      sector: circle.toLowerCase(),
      uses: [],
    })),
    ...placeNames.slice(0, 12).map((place) => ({
      name: `CSIRT ${place}`,
      kind: 'csirt' as const,
      uses: [],
    })),
    ...placeNames.slice(20, 30).map((place) => ({
      name: `Stichting Veilig Net ${place}`,
      kind: 'partner' as const,
      uses: [],
    })),
    ...placeNames.slice(30, 35).map((place) => ({
      name: `Cyber Centre ${place}`,
      kind: 'partner' as const,
      language: 'en' as const,
      uses: [],
    })),
  ];
}
