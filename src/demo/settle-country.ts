import { stringify } from 'csv-stringify/sync';
import { applyImport } from '../audience/csv/apply-import.ts';
import type { CsvKind } from '../audience/csv/kind.ts';
import { previewImport } from '../audience/csv/preview-import.ts';
import type { Hub } from '../hub.ts';
import type { Country, InventedContact } from './country/invented.ts';
import { settleSubscribers } from './settle-subscribers.ts';

/** Ids by name of what was settled, and who entered it. */
export type Settled = {
  operatorId: number;
  organisations: Map<string, number>;
  contacts: Map<string, number>;
};

type Row = Record<string, string | number | undefined>;

/**
 * Enters the whole country as an administrator does who comes from another system: as tables, each taken wholly. One by
 * one, fourteen hundred organisations and contacts would be a tenth of the time in which the demo gets ready.
 */
export async function settleCountry(
  hub: Hub,
  { country, operatorId }: { country: Country; operatorId: number },
): Promise<Settled> {
  const { organisations, contacts, subscribers } = country;
  const tables: [CsvKind, Row[]][] = [
    ['organisations', organisations.map(({ uses: _, ...organisation }) => organisation)],
    [
      'software-uses',
      organisations.flatMap(({ name: organisation, uses }) =>
        uses.map(({ cpe: CPE, ...use }) => ({ organisation, ...use, CPE })),
      ),
    ],
    ['contacts', contacts.flatMap(placesOf)],
    ['addresses', contacts.flatMap(addressesOf)],
  ];
  for (const [kind, rows] of tables) await importTable(hub, { kind, rows, operatorId });
  await settleSubscribers(hub, subscribers);
  const listIds = async (table: 'organisations' | 'contacts') => {
    const rows = await hub.sql<{ id: number; name: string }[]>`
      SELECT id, name FROM ${hub.sql(table)} ORDER BY id`;
    return new Map(rows.map(({ id, name }) => [name, id]));
  };
  return {
    operatorId,
    organisations: await listIds('organisations'),
    contacts: await listIds('contacts'),
  };
}

/** A contact's rows are of one contact by the word that stands where its number will be. */
function placesOf({ name, functional, language, organisations }: InventedContact): Row[] {
  return organisations.map((place) => ({
    id: `new ${name}`,
    name,
    organisation: place.name,
    role: place.role,
    'phone order': place.phoneOrder,
    'functional mailbox': yesOrNo(functional),
    language,
  }));
}

function addressesOf({ name: contact, organisations, addresses }: InventedContact): Row[] {
  return addresses.map(({ channel, target: address, preference, verified, disabled }) => ({
    contact,
    organisation: organisations[0]?.name,
    channel,
    address,
    preference,
    verified: yesOrNo(verified),
    'out of use': disabled,
  }));
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

async function importTable(
  hub: Hub,
  { kind, rows, operatorId }: { kind: CsvKind; rows: Row[]; operatorId: number },
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const csv = stringify(rows, { header: true, columns });
  const { digest } = await previewImport(hub, { kind, csv, operatorId, keep: false });
  await applyImport(hub, { kind, csv, digest, operatorId });
}
