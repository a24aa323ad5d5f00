import type { Sql } from '../database/connect.ts';

/** What an expansion found other than the approver saw it, by name. */
export type DispatchChange = {
  change: 'lost' | 'added';
  channel: string;
  contact: string | null;
  organisation: string | null;
};

/** The addresses that came or went between preview and expansion. */
export function listChanges(sql: Sql, dispatchId: number, limit: number) {
  return sql<DispatchChange[]>`
    SELECT h.change, a.channel, c.name AS contact, o.name AS organisation
    FROM dispatch_changes h
    JOIN addresses a          ON a.id = h.address_id
    LEFT JOIN contacts c      ON c.id = a.contact_id
    LEFT JOIN organisations o ON o.id = h.organisation_id
    WHERE h.dispatch_id = ${dispatchId}
    ORDER BY h.change DESC, h.id LIMIT ${limit}`;
}
