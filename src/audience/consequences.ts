import type { Sql } from '../database/connect.ts';

/** What follows from removing an organisation. */
export type Consequences = {
  /** Advisories of which it was told: their next versions show its contacts as skipped, with that reason. */
  advisories: number;
  /** Contacts that serve it; and of those the ones that then serve nobody. */
  contacts: number;
  idle: number;
  /** Audiences that name it in their list. */
  audiences: string[];
  /** Organisations of which it is the parent, or the regulator: they keep it until they are changed. */
  children: number;
  regulated: number;
};

/** Tells what removing an organisation would lead to; nothing is changed. */
export async function findConsequences(sql: Sql, organisationId: number): Promise<Consequences> {
  const [found] = await sql<[Consequences]>`
    SELECT (SELECT count(DISTINCT v.advisory_id)
            FROM organisation_dispatches r JOIN dispatches p ON p.id = r.dispatch_id JOIN versions v ON v.id = p.version_id
            WHERE r.organisation_id = ${organisationId})                                        AS advisories,
           (SELECT count(DISTINCT contact_id) FROM contact_organisations
            WHERE organisation_id = ${organisationId})                                          AS contacts,
           (SELECT count(DISTINCT co.contact_id) FROM contact_organisations co
            WHERE co.organisation_id = ${organisationId}
              AND NOT EXISTS (SELECT FROM contact_organisations other
                              JOIN organisations o ON o.id = other.organisation_id AND o.removed_at IS NULL
                              WHERE other.contact_id = co.contact_id
                                AND other.organisation_id <> ${organisationId}))                AS idle,
           ARRAY(SELECT name FROM audiences
                 WHERE removed_at IS NULL
                   AND selection -> 'organisationIds' @> to_jsonb(${organisationId}::int) ORDER BY name) AS audiences,
           (SELECT count(*) FROM organisations
            WHERE parent_id = ${organisationId} AND removed_at IS NULL)                         AS children,
           (SELECT count(*) FROM organisations
            WHERE regulator_id = ${organisationId} AND removed_at IS NULL)                      AS regulated`;
  return found;
}
