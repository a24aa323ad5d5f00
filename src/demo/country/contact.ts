import type { Language } from '../../advisory/language.ts';
import { mailOf, phoneOf } from './address-of.ts';
import type { Chance } from './chance.ts';
import type { InventedContact, InventedOrganisation } from './invented.ts';
import { drawManner, type Manner } from './manner.ts';

/** Gives every organisation its contacts. Ministries always answer the government CIO, so none of theirs is silent. */
export function inventContacts(
  organisations: InventedOrganisation[],
  chance: Chance,
): InventedContact[] {
  const shared = inventSharedSocs(organisations);
  const served = new Set(shared.flatMap((soc) => soc.organisations.map(({ name }) => name)));
  const own = organisations.flatMap((organisation) => {
    const roles = rolesOf(organisation).filter(
      (role) => role !== 'SOC' || !served.has(organisation.name),
    );
    return roles.map((role) => inventContact(organisation, role, chance));
  });
  return [...own, ...shared].map((contact, index) => ({
    ...contact,
    addresses: [...contact.addresses, phoneOf(index + 1)],
  }));
}

/** What people call a role that has no name of its own in their language. */
const called: Record<Language, Record<string, string>> = {
  nl: { 'duty desk': 'Piket', supervisor: 'Inspecteur' },
  en: { 'duty desk': 'Duty desk', supervisor: 'Inspector' },
};

const functionalRoles = ['SOC', 'duty desk'];

/** In phone order. */
function rolesOf({ kind, parent }: InventedOrganisation): string[] {
  if (kind === 'central government') return parent ? ['CISO', 'duty desk'] : ['CISO', 'CTO', 'SOC'];
  if (kind === 'vital provider') return ['CISO', 'SOC'];
  return kind === 'regulator' ? ['supervisor', 'duty desk'] : ['duty desk'];
}

function inventContact(
  { name, kind, parent, language = 'nl' }: InventedOrganisation,
  role: string,
  chance: Chance,
): InventedContact {
  const mailbox = role === 'duty desk' ? 'piket' : role.toLowerCase();
  const second = kind === 'vital provider' && role === 'CISO' && chance.happens(0.15);
  const answers = role === 'CISO' || role === 'duty desk' || chance.happens(0.25);
  const drawn: Manner = answers ? drawManner(chance) : 'never';
  const ministry = kind === 'central government' && !parent;
  return {
    name: `${called[language][role] ?? role} ${name}`,
    functional: functionalRoles.includes(role),
    language,
    organisations: [
      {
        name,
        role,
        phoneOrder: rolesOf({ name, kind, uses: [], ...(parent && { parent }) }).indexOf(role) + 1,
      },
    ],
    addresses: [mailOf(mailbox, name), ...(second ? [mailOf(`${mailbox}-piket`, name, 1)] : [])],
    manner: ministry && role === 'CISO' && drawn === 'never' ? 'late' : drawn,
    scanned: kind === 'vital provider' && chance.happens(0.05),
  };
}

/** Operations centres that each watch over ten providers: six in the whole country. */
function inventSharedSocs(organisations: InventedOrganisation[]): InventedContact[] {
  const providers = organisations.filter(({ kind }) => kind === 'vital provider');
  const centres = ['Noord', 'Oost', 'Zuid', 'West', 'Kust', 'Midden'].map((region, index) => ({
    name: `Gedeeld SOC ${region}`,
    functional: true,
    language: 'nl' as const,
    organisations: providers
      .slice(index * 60, index * 60 + 10)
      .map(({ name }) => ({ name, role: 'SOC', phoneOrder: 2 })),
    addresses: [mailOf('soc', `Gedeeld SOC ${region}`)],
    manner: index % 2 === 0 ? ('at once' as const) : ('same day' as const),
    scanned: false,
  }));
  return centres.filter((centre) => centre.organisations.length > 0);
}
