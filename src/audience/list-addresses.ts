import type { Sql } from '../database/connect.ts';
import { type Address, addressColumns } from './address.ts';
import type { Page } from './list-organisations.ts';
import { pattern } from './pattern.ts';

/** How an address stands: out of use, not verified yet, or working. */
export const addressStates = ['disabled', 'unverified', 'working'] as const;
export type AddressState = (typeof addressStates)[number];
export type ListedAddress = Address & { contact: string; state: AddressState };

export type AddressFilter = {
  contactId?: number | undefined;
  organisationId?: number | undefined;
  channel?: string | undefined;
  state?: AddressState | undefined;
  /** Part of where it leads or of the contact's name. */
  search?: string | undefined;
};

/** Addresses of contacts that were not removed: what does not work first, then what nobody verified. */
export function listAddresses(
  sql: Sql,
  { contactId, organisationId, channel, state, search }: AddressFilter,
  { after, limit }: Page,
): Promise<ListedAddress[]> {
  const looked = search?.trim() ? pattern(search) : null;
  return sql<ListedAddress[]>`
    SELECT ${addressColumns(sql)}, c.name AS contact,
           (ARRAY['disabled', 'unverified', 'working'])[1 + ${standing(sql)}] AS state
    FROM addresses a JOIN contacts c ON c.id = a.contact_id AND c.removed_at IS NULL
    WHERE a.contact_id IS NOT NULL
      AND (${contactId ?? null}::int IS NULL OR a.contact_id = ${contactId ?? null})
      AND (${organisationId ?? null}::int IS NULL
           OR EXISTS (SELECT FROM contact_organisations co
                      WHERE co.contact_id = c.id AND co.organisation_id = ${organisationId ?? null}))
      AND (${channel ?? null}::text IS NULL OR a.channel = ${channel ?? null})
      AND (${state ?? null}::text IS NULL
           OR ${standing(sql)} = array_position(ARRAY['disabled', 'unverified', 'working'], ${state ?? null}) - 1)
      AND (${looked}::text IS NULL OR a.target ILIKE ${looked} OR c.name ILIKE ${looked})
      AND (${after}::int IS NULL
           OR (${standing(sql)}, a.id) > (SELECT ${standing(sql)}, a.id FROM addresses a WHERE a.id = ${after}))
    ORDER BY ${standing(sql)}, a.id
    LIMIT ${limit}`;
}

/** As the index `addresses_of_contacts` has it. */
const standing = (sql: Sql) => sql`
  (CASE WHEN a.disabled_at IS NOT NULL THEN 0 WHEN a.verified_at IS NULL THEN 1 ELSE 2 END)`;
