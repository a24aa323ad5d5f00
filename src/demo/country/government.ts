import type { InventedOrganisation } from './invented.ts';

/** The Dutch ministries of January 2020, which are public facts, and agencies under them, which are not. */
const ministries: Record<string, string[]> = {
  'Algemene Zaken': ['Rijksdienst Klokkenspel'],
  'Buitenlandse Zaken': ['Agentschap Reisbagage', 'Dienst Wereldkaarten'],
  'Binnenlandse Zaken en Koninkrijksrelaties': ['Rijksdienst Stempels', 'Agentschap Wegwijzers'],
  Defensie: ['Dienst Vlaggenmasten', 'Agentschap Kompassen'],
  'Economische Zaken en Klimaat': ['Rijksdienst Windwijzers', 'Agentschap Maatstokken'],
  Financiën: ['Dienst Rekenlinialen', 'Rijksdienst Spaarpotten'],
  'Infrastructuur en Waterstaat': [
    'Dienst Wolkenkunde',
    'Rijksdienst Bruggenzorg',
    'Agentschap Vuurtorens',
  ],
  'Justitie en Veiligheid': ['Dienst Sleutelbossen', 'Rijksdienst Nachtwacht', 'Agentschap Zegels'],
  'Landbouw, Natuur en Voedselkwaliteit': ['Dienst Hooibergen', 'Rijksdienst Paddenstoelen'],
  'Onderwijs, Cultuur en Wetenschap': ['Agentschap Sterrenwachten', 'Dienst Schoolborden'],
  'Sociale Zaken en Werkgelegenheid': ['Rijksdienst Weekkaarten', 'Dienst Gereedschap'],
  'Volksgezondheid, Welzijn en Sport': ['Agentschap Thermometers', 'Rijksdienst Sportvelden'],
};

const ministry = (name: string) => `Ministerie van ${name}`;

/** Central government: the ministries first, then the agencies, each under its ministry. */
export function inventGovernment(): InventedOrganisation[] {
  const base = { kind: 'central government' as const, sector: 'rijksoverheid', uses: [] };
  return [
    ...Object.keys(ministries).map((name) => ({ ...base, name: ministry(name) })),
    ...Object.entries(ministries).flatMap(([name, agencies]) =>
      agencies.map((agency) => ({ ...base, name: agency, parent: ministry(name) })),
    ),
  ];
}
