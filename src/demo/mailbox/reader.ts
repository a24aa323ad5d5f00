import type { Sql } from '../../database/connect.ts';

/** Whose an e-mail address is: a contact with its organisations, or a subscriber without any. */
export type Reader = { target: string; name: string | null; organisations: string[] };

/** The readers of these addresses. */
export function listReaders(sql: Sql, targets: string[]) {
  return sql<
    Reader[]
  >`${select(sql)} WHERE a.channel = 'email' AND a.target = ANY(${targets}::text[])
    GROUP BY a.target, c.name`;
}

/** The readers of all mail to contacts, or to subscribers. */
export function listReadersOf(sql: Sql, to: 'contacts' | 'subscribers') {
  return sql<Pick<Reader, 'target'>[]>`
    SELECT target FROM addresses
    WHERE channel = 'email' AND (contact_id IS NOT NULL) = ${to === 'contacts'}`;
}

/** The readers whose address, name or organisation has this text in it. */
export function findReaders(sql: Sql, search: string) {
  return sql<Reader[]>`${select(sql)} WHERE a.channel = 'email' AND (
      strpos(lower(a.target), lower(${search})) > 0 OR strpos(lower(c.name), lower(${search})) > 0
      OR EXISTS (SELECT FROM contact_organisations m JOIN organisations n ON n.id = m.organisation_id
                 WHERE m.contact_id = a.contact_id AND strpos(lower(n.name), lower(${search})) > 0))
    GROUP BY a.target, c.name`;
}

function select(sql: Sql) {
  return sql`
    SELECT a.target, c.name, array_remove(array_agg(DISTINCT o.name ORDER BY o.name), NULL) AS organisations
    FROM addresses a
    LEFT JOIN contacts c               ON c.id = a.contact_id
    LEFT JOIN contact_organisations co ON co.contact_id = c.id
    LEFT JOIN organisations o          ON o.id = co.organisation_id`;
}
