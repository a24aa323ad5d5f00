import type { z } from 'zod';
import type { Tlp } from '../advisory/tlp.ts';
import { addAudience } from '../audience/audience.ts';
import type { selectionSchema } from '../audience/selection.ts';
import type { Hub } from '../hub.ts';
import type { InventedOrganisation } from './country/invented.ts';
import type { Group } from './month/moment.ts';
import type { Settled } from './settle-country.ts';

type Selection = z.input<typeof selectionSchema>;

/** The audiences' ids by the name that the month uses. */
export type Audiences = Record<Group, number>;

const targets: Selection = { kinds: ['central government', 'vital provider'] };

const selections: Record<
  Exclude<Group, 'ministries'>,
  { selection: Selection; tlpCeiling: Tlp }
> = {
  'central government': { selection: { kinds: ['central government'] }, tlpCeiling: 'RED' },
  'vital providers': { selection: { kinds: ['vital provider'] }, tlpCeiling: 'RED' },
  'information hubs': { selection: { kinds: ['information hub'] }, tlpCeiling: 'AMBER' },
  csirts: { selection: { kinds: ['csirt'] }, tlpCeiling: 'AMBER+STRICT' },
  regulators: { selection: { kinds: ['regulator'] }, tlpCeiling: 'AMBER' },
  partners: { selection: { kinds: ['partner'] }, tlpCeiling: 'GREEN' },
  'target organisations': { selection: targets, tlpCeiling: 'RED' },
  'users of the software': {
    selection: { ...targets, software: 'affected' },
    tlpCeiling: 'RED',
  },
  public: { selection: { public: true }, tlpCeiling: 'CLEAR' },
};

type Named = { operatorId: number; settled: Settled; organisations: InventedOrganisation[] };

/** Names the audiences of the month. */
export async function nameAudiences(hub: Hub, named: Named): Promise<Audiences> {
  const { operatorId, settled, organisations } = named;
  const organisationIds = organisations
    .filter(({ kind, parent }) => kind === 'central government' && !parent)
    .map(({ name }) => settled.organisations.get(name) as number);
  const all = {
    ...selections,
    ministries: { selection: { organisationIds }, tlpCeiling: 'RED' as const },
  };
  const audiences: Partial<Audiences> = {};
  for (const [name, audience] of Object.entries(all))
    audiences[name as Group] = await addAudience(hub, {
      name,
      ...audience,
      operatorId,
    });
  return audiences as Audiences;
}
