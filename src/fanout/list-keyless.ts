import { isUsable } from '../audience/encryption-key.ts';
import type { Sql } from '../database/connect.ts';
import type { Line } from './line.ts';
import { recipients } from './recipients.ts';
import type { Subject } from './subject.ts';

/**
 * Why TLP:RED does not go to a contact in full.
 * `no key`: nobody gave one · `key ended`: it is over, ask for another · `several readers`: it is a mailbox, and RED is for
 * one person.
 */
export const keylessReasons = ['no key', 'key ended', 'several readers'] as const;

/** A contact that mail could tell in full, were it encrypted to one person. */
export type Keyless = {
  contactId: number;
  contact: string;
  organisations: string[];
  reason: (typeof keylessReasons)[number];
};

/** Whom RED reaches as a pointer only, or not at all, for want of a key. */
export async function listKeyless(sql: Sql, subject: Subject, lines: Line[]): Promise<Keyless[]> {
  if (subject.tlp !== 'RED') return [];
  return sql<Keyless[]>`
    SELECT c.id AS contact_id, c.name AS contact,
           ARRAY(SELECT DISTINCT o.name FROM organisations o
                 WHERE o.id = ANY(array_agg(m.organisation_id)) ORDER BY o.name) AS organisations,
           CASE WHEN c.functional THEN 'several readers' WHEN k.id IS NULL THEN 'no key' ELSE 'key ended' END AS reason
    FROM (${recipients(sql, subject, lines)}) r
    CROSS JOIN LATERAL unnest(r.organisation_ids) AS m (organisation_id)
    JOIN contacts c             ON c.id = r.contact_id
    LEFT JOIN encryption_keys k ON k.contact_id = c.id AND k.removed_at IS NULL
    WHERE r.channel = 'email' AND r.form = 'pointer'
      AND (r.reason IS NULL OR r.reason = 'above the ceiling for TLP:RED')
      AND (c.functional OR k.id IS NULL OR NOT ${isUsable(sql)})
    GROUP BY c.id, k.id
    ORDER BY c.name, c.id`;
}
