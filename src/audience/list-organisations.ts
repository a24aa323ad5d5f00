import type { Sql } from '../database/connect.ts';
import type { Kind } from './kind.ts';
import type { Organisation } from './organisation.ts';
import { pattern } from './pattern.ts';

/** An organisation in a list, with what an administrator looks out for. */
export type ListedOrganisation = Organisation & { contacts: number; workingAddresses: number };

export type OrganisationFilter = {
  kind?: Kind | undefined;
  sector?: string | undefined;
  /** Part of the name or sector, in any case. */
  search?: string | undefined;
  /** Only who cannot be sent anything: no verified, working address of any contact. */
  unreachable?: boolean | undefined;
  parentId?: number | undefined;
  regulatorId?: number | undefined;
  removed?: boolean | undefined;
};

/** A page of a list: `after` is the id of the last item of the page before. */
export type Page = { after: number | null; limit: number };

/** Organisations by name; those that were removed only where they are asked for. */
export function listOrganisations(
  sql: Sql,
  { kind, sector, search, unreachable, parentId, regulatorId, removed }: OrganisationFilter,
  { after, limit }: Page,
): Promise<ListedOrganisation[]> {
  const looked = search?.trim() ? pattern(search) : null;
  return sql<ListedOrganisation[]>`
    SELECT o.*, o.own_use_since::text AS own_use_since, o.xmin::text AS revision,
           (SELECT count(DISTINCT co.contact_id)
            FROM contact_organisations co JOIN contacts c ON c.id = co.contact_id AND c.removed_at IS NULL
            WHERE co.organisation_id = o.id) AS contacts,
           ${countWorking(sql)} AS working_addresses
    FROM organisations o
    WHERE (o.removed_at IS NOT NULL) = ${removed ?? false}
      AND (${kind ?? null}::kind IS NULL OR o.kind = ${kind ?? null})
      AND (${sector ?? null}::text IS NULL OR o.sector = ${sector ?? null})
      AND (${parentId ?? null}::int IS NULL OR o.parent_id = ${parentId ?? null})
      AND (${regulatorId ?? null}::int IS NULL OR o.regulator_id = ${regulatorId ?? null})
      AND (${looked}::text IS NULL OR o.name ILIKE ${looked} OR o.sector ILIKE ${looked})
      AND (NOT ${unreachable ?? false} OR ${countWorking(sql)} = 0)
      AND (${after}::int IS NULL
           OR (lower(o.name), o.id) > (SELECT lower(name), id FROM organisations WHERE id = ${after}))
    ORDER BY lower(o.name), o.id
    LIMIT ${limit}`;
}

/** Addresses by which a message can reach `organisations o`; a phone is for people. */
export const countWorking = (sql: Sql) => sql`
  (SELECT count(DISTINCT a.id)
   FROM contact_organisations co
   JOIN contacts c  ON c.id = co.contact_id AND c.removed_at IS NULL
   JOIN addresses a ON a.contact_id = c.id
   WHERE co.organisation_id = o.id AND a.channel <> 'phone'
     AND a.verified_at IS NOT NULL AND a.disabled_at IS NULL)`;
