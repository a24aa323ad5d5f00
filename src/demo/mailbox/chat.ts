import type { Sql } from '../../database/connect.ts';

/** Whose a chat of Telegram is: a public channel's, or a contact's with its organisations. */
export type ChatOwner = { chat: string; name: string; organisations: string[] };

/** Every chat that the hub knows, the public channels first. */
export function listChats(sql: Sql) {
  return sql<ChatOwner[]>`
    SELECT a.target AS chat, coalesce(a.public_channel, c.name, '') AS name,
           array_remove(array_agg(DISTINCT o.name ORDER BY o.name), NULL) AS organisations
    FROM addresses a
    LEFT JOIN contacts c               ON c.id = a.contact_id
    LEFT JOIN contact_organisations co ON co.contact_id = c.id
    LEFT JOIN organisations o          ON o.id = co.organisation_id
    WHERE a.channel = 'telegram'
    GROUP BY a.id, c.name
    ORDER BY a.public_channel IS NULL, a.id`;
}
