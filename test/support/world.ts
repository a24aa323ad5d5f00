import { tlps } from '../../src/advisory/tlp.ts';
import { kinds } from '../../src/audience/kind.ts';
import type { Hub } from '../../src/hub.ts';
import type { World } from '../fanout/oracle.ts';

/** The product that versions made by `createVersion` are about, and another one. */
export const product = { vendor: 'Nettech', name: 'Poort', versions: [] };
const other = { vendor: 'Nettech', name: 'Brug' };

/** A repeatable stream of numbers below `n`, so that a failing case can be run again. */
function createDice(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Makes a small world with every odd case in it: shared contacts, low ceilings, broken and unverified addresses. */
export async function createWorld(hub: Hub): Promise<World> {
  const roll = createDice(1);
  const rollKey = createDice(2);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const ids = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
  const organisations = ids(40).map((id) => ({
    id,
    kind: pick(kinds),
    sector: pick(['energy', 'water', 'telecom', null]),
    tlpCeiling: pick([...tlps, 'RED', 'RED'] as const),
    ownUse: roll(3) === 0,
    usesProduct: roll(2) === 0,
  }));
  const contacts = ids(80).map((id) => ({
    id,
    organisations: duties(1 + (roll(5) === 0 ? 2 : 0), () => ({
      id: 1 + roll(40),
      role: pick(['CISO', 'SOC', 'CTO']),
    })),
    functional: rollKey(4) === 0,
    key: (['usable', 'usable', 'ended', 'removed', 'none'] as const)[rollKey(5)] ?? 'none',
  }));
  const subscriptions = ids(30).map((id) => ({
    id,
    urgentOnly: roll(2) === 0,
    confirmed: roll(4) > 0,
    ended: roll(6) === 0,
  }));
  const addresses = ids(190).map((id) => ({
    id,
    contactId: id <= 160 ? 1 + roll(80) : null,
    subscriptionId: id > 160 ? id - 160 : null,
    channel: id <= 160 ? pick(['email', 'email', 'telegram', 'webhook', 'phone']) : 'email',
    preference: roll(3),
    tlpCeiling: id <= 160 ? pick([...tlps, 'RED', 'RED'] as const) : ('RED' as const),
    verified: roll(6) > 0,
    disabled: roll(6) === 0,
  }));
  const world = { organisations, contacts, addresses, subscriptions };
  await insert(hub, world);
  return world;
}

/** Distinct duties: the same role for the same organisation stands once. */
function duties(n: number, make: () => { id: number; role: string }) {
  const all = Array.from({ length: n }, make);
  return all.filter(
    (one, index) => all.findIndex((o) => o.id === one.id && o.role === one.role) === index,
  );
}

const keyRow = ({ id, key }: World['contacts'][number]) => ({
  contactId: id,
  armored: 'a key',
  fingerprint: 'A'.repeat(40),
  algorithm: 'x25519',
  endsAt: key === 'ended' ? new Date('2020-01-01T00:00:00Z') : null,
  addedAt: new Date('2019-12-01T00:00:00Z'),
  removedAt: key === 'removed' ? new Date('2019-12-02T00:00:00Z') : null,
});

async function insert({ sql }: Hub, world: World) {
  // The database is fresh and numbers rows as they come, so the world's ids are theirs.
  const numbered = (table: string, rows: { id: number }[]) =>
    sql`INSERT INTO ${sql(table)} ${sql(rows.map(({ id: _, ...row }) => row) as never)}`;
  await numbered(
    'organisations',
    world.organisations.map(({ id, kind, sector, tlpCeiling, ownUse }) => ({
      id,
      name: `organisation ${id}`,
      kind,
      sector,
      tlpCeiling,
      ownUseSince: ownUse ? '2019-01-01' : null,
    })),
  );
  await numbered(
    'contacts',
    world.contacts.map(({ id, functional }) => ({ id, name: `contact ${id}`, functional })),
  );
  await sql`INSERT INTO encryption_keys ${sql(
    world.contacts.filter(({ key }) => key !== 'none').map(keyRow),
  )}`;
  await sql`INSERT INTO contact_organisations ${sql(
    world.contacts.flatMap((contact) =>
      contact.organisations.map(({ id, role }) => ({
        contactId: contact.id,
        organisationId: id,
        role,
        phoneOrder: 1,
      })),
    ),
  )}`;
  const now = new Date('2019-12-01T00:00:00Z');
  await numbered(
    'subscriptions',
    world.subscriptions.map(({ id, urgentOnly, confirmed, ended }) => ({
      id,
      language: 'nl',
      urgentOnly,
      createdAt: now,
      confirmedAt: confirmed ? now : null,
      endedAt: ended ? now : null,
    })),
  );
  await numbered(
    'addresses',
    world.addresses.map(({ verified, disabled, ...address }) => ({
      ...address,
      target: `a${address.id}@example.nl`,
      lane: address.channel,
      verifiedAt: verified ? now : null,
      disabledAt: disabled ? now : null,
      disabledReason: disabled ? 'broken' : null,
    })),
  );
  await sql`INSERT INTO software_uses ${sql(
    world.organisations.map(({ id, usesProduct }) => ({
      organisationId: id,
      vendor: product.vendor,
      product: usesProduct ? product.name : other.name,
      statedAt: now,
    })),
  )}`;
  await sql`INSERT INTO operators (name, email, roles, created_at)
            VALUES ('Pieter', 'pieter@example.nl', '{approver,duty officer,administrator}', ${now})`;
}
