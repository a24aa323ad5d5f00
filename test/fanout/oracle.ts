import type { Tlp } from '../../src/advisory/tlp.ts';
import type { Kind } from '../../src/audience/kind.ts';

/** A small world, as rows; the oracle reads it with loops, the hub with its one query. */
export type World = {
  organisations: {
    id: number;
    kind: Kind;
    sector: string | null;
    tlpCeiling: Tlp;
    ownUse: boolean;
    usesProduct: boolean;
  }[];
  contacts: {
    id: number;
    organisations: { id: number; role: string }[];
    functional: boolean;
    key: 'usable' | 'ended' | 'removed' | 'none';
  }[];
  addresses: {
    id: number;
    contactId: number | null;
    subscriptionId: number | null;
    channel: string;
    preference: number;
    tlpCeiling: Tlp;
    verified: boolean;
    disabled: boolean;
  }[];
  subscriptions: { id: number; urgentOnly: boolean; confirmed: boolean; ended: boolean }[];
};

export type PolicyCase = {
  kinds: Kind[];
  sectors: string[];
  listed: number[];
  affectedOnly: boolean;
  public: boolean;
  audienceCeiling: Tlp;
  roles: string[];
  channelRule: 'every' | 'preferred';
  pointerAbove: boolean;
};

export type Expected = {
  addressId: number;
  line: number;
  form: 'full' | 'pointer';
  organisations: number[];
};

const rank = (tlp: Tlp) => ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'].indexOf(tlp);
const channelRank: Record<string, number> = { email: 3, webhook: 3, telegram: 0 };

/** Who must get a first version of this label, told with loops from the design's words: an independent second opinion. */
export function expectedRecipients(
  world: World,
  lines: PolicyCase[],
  label: Tlp,
  urgent: boolean,
): Expected[] {
  const chosen = lines.flatMap((line, index) =>
    contactsOf(world, line, label).map((row) => ({ ...row, line: index })),
  );
  const byAddress = new Map<number, Expected>();
  for (const { addressId, line, form, organisations } of chosen) {
    const known = byAddress.get(addressId);
    if (!known)
      byAddress.set(addressId, { addressId, line, form, organisations: [...organisations] });
    else {
      known.organisations.push(...organisations);
      if (form === 'full') known.form = 'full';
    }
  }
  const contacts = [...byAddress.values()].map((row) => ({
    ...row,
    organisations: [...new Set(row.organisations)].sort((a, b) => a - b),
  }));
  return [...contacts, ...publicOf(world, lines, label, urgent)].sort(
    (a, b) => a.addressId - b.addressId,
  );
}

function contactsOf(world: World, line: PolicyCase, label: Tlp) {
  const members = new Set(membersOf(world, line));
  return world.contacts.flatMap((contact) => {
    const duties = contact.organisations.filter(
      ({ id, role }) => members.has(id) && (line.roles.length === 0 || line.roles.includes(role)),
    );
    const usable = world.addresses
      .filter(
        (address) => address.contactId === contact.id && address.verified && !address.disabled,
      )
      .map((address) => ({
        address,
        allowed: allowedFor(
          world,
          line,
          label,
          address,
          duties.map((duty) => duty.id),
        ),
      }))
      .filter(({ allowed }) => allowed.length > 0)
      .sort((a, b) => a.address.preference - b.address.preference || a.address.id - b.address.id);
    const kept = line.channelRule === 'every' ? usable : usable.slice(0, 1);
    return kept.map(({ address, allowed }) => ({
      addressId: address.id,
      form: allowed.some((one) => one.full) ? ('full' as const) : ('pointer' as const),
      organisations: allowed.map((one) => one.id),
    }));
  });
}

function membersOf(world: World, line: PolicyCase): number[] {
  const ruled = line.kinds.length > 0 || line.sectors.length > 0;
  return world.organisations
    .filter((organisation) => {
      const byKind = line.kinds.length === 0 || line.kinds.includes(organisation.kind);
      const bySector =
        line.sectors.length === 0 || line.sectors.includes(organisation.sector ?? '-');
      const named = (ruled && byKind && bySector) || line.listed.includes(organisation.id);
      return named && (!line.affectedOnly || organisation.usesProduct);
    })
    .map((organisation) => organisation.id);
}

function allowedFor(
  world: World,
  line: PolicyCase,
  label: Tlp,
  address: World['addresses'][number],
  ids: number[],
) {
  const carries = channelRank[address.channel];
  if (carries === undefined) return [];
  return ids.flatMap((id) => {
    const organisation = world.organisations.find((one) => one.id === id);
    if (!organisation || rank(label) > rank(organisation.tlpCeiling)) return [];
    if (organisation.kind === 'information hub' && label === 'AMBER+STRICT' && !organisation.ownUse)
      return [];
    const reader = world.contacts.find((one) => one.id === address.contactId);
    const opensRed =
      address.channel === 'email' &&
      reader?.key === 'usable' &&
      !reader.functional &&
      (organisation.kind !== 'information hub' || organisation.ownUse);
    const full =
      rank(label) <=
      Math.min(
        opensRed ? rank('RED') : carries,
        rank(address.tlpCeiling),
        rank(line.audienceCeiling),
      );
    return full || line.pointerAbove ? [{ id, full }] : [];
  });
}

function publicOf(world: World, lines: PolicyCase[], label: Tlp, urgent: boolean): Expected[] {
  const line = lines.findIndex((one) => one.public);
  if (label !== 'CLEAR' || line < 0) return [];
  return world.addresses
    .filter((address) => {
      const subscription = world.subscriptions.find((one) => one.id === address.subscriptionId);
      if (!subscription?.confirmed || subscription.ended) return false;
      return (
        address.verified &&
        !address.disabled &&
        address.channel in channelRank &&
        (urgent || !subscription.urgentOnly)
      );
    })
    .map((address) => ({ addressId: address.id, line, form: 'full', organisations: [] }));
}
