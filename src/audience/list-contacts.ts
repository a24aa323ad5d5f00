import type { Sql } from '../database/connect.ts';
import { type Contact, dutiesOf } from './contact.ts';
import type { Page } from './list-organisations.ts';
import { pattern } from './pattern.ts';

export type ListedContact = Contact & { workingAddresses: number };

export type ContactFilter = {
  organisationId?: number | undefined;
  role?: string | undefined;
  /** Part of the name, of an organisation's name or of an address, in any case. */
  search?: string | undefined;
  /** Only who cannot be sent anything. */
  unreachable?: boolean | undefined;
  /** Only who serves no organisation any more. */
  idle?: boolean | undefined;
  removed?: boolean | undefined;
};

/** Contacts by name; those that were removed only where they are asked for. */
export function listContacts(
  sql: Sql,
  { organisationId, role, search, unreachable, idle, removed }: ContactFilter,
  { after, limit }: Page,
): Promise<ListedContact[]> {
  const looked = search?.trim() ? pattern(search) : null;
  return sql<ListedContact[]>`
    SELECT c.*, c.xmin::text AS revision, ${dutiesOf(sql)} AS organisations, ${countWorking(sql)} AS working_addresses
    FROM contacts c
    WHERE (c.removed_at IS NOT NULL) = ${removed ?? false}
      AND (${organisationId ?? null}::int IS NULL
           OR EXISTS (SELECT FROM contact_organisations co
                      WHERE co.contact_id = c.id AND co.organisation_id = ${organisationId ?? null}))
      AND (${role ?? null}::text IS NULL
           OR EXISTS (SELECT FROM contact_organisations co WHERE co.contact_id = c.id AND co.role = ${role ?? null}))
      AND (${looked}::text IS NULL OR c.name ILIKE ${looked}
           OR EXISTS (SELECT FROM addresses a WHERE a.contact_id = c.id AND a.target ILIKE ${looked})
           OR EXISTS (SELECT FROM contact_organisations co JOIN organisations o ON o.id = co.organisation_id
                      WHERE co.contact_id = c.id AND o.name ILIKE ${looked}))
      AND (NOT ${unreachable ?? false} OR ${countWorking(sql)} = 0)
      AND (NOT ${idle ?? false}
           OR NOT EXISTS (SELECT FROM contact_organisations co
                          JOIN organisations o ON o.id = co.organisation_id AND o.removed_at IS NULL
                          WHERE co.contact_id = c.id))
      AND (${after}::int IS NULL
           OR (lower(c.name), c.id) > (SELECT lower(name), id FROM contacts WHERE id = ${after}))
    ORDER BY lower(c.name), c.id
    LIMIT ${limit}`;
}

const countWorking = (sql: Sql) => sql`
  (SELECT count(*) FROM addresses a
   WHERE a.contact_id = c.id AND a.channel <> 'phone' AND a.verified_at IS NOT NULL AND a.disabled_at IS NULL)`;
