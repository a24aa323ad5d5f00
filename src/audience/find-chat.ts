import type { Language } from '../advisory/language.ts';
import type { Sql } from '../database/connect.ts';

/** How a chat of Telegram stands with the hub: its own subscription, and the contact whose it is. */
export type ChatStanding = {
  subscription: { id: number; language: Language; urgentOnly: boolean } | null;
  contact: { id: number; language: Language } | null;
};

export async function findChat(sql: Sql, chat: string): Promise<ChatStanding> {
  const [subscriptions, contacts] = await Promise.all([
    sql<NonNullable<ChatStanding['subscription']>[]>`
      SELECT s.id, s.language, s.urgent_only
      FROM addresses a JOIN subscriptions s ON s.id = a.subscription_id
      WHERE a.channel = 'telegram' AND a.target = ${chat} AND s.ended_at IS NULL
      ORDER BY s.id DESC LIMIT 1`,
    sql<NonNullable<ChatStanding['contact']>[]>`
      SELECT c.id, c.language
      FROM addresses a JOIN contacts c ON c.id = a.contact_id
      WHERE a.channel = 'telegram' AND a.target = ${chat} AND a.disabled_at IS NULL AND c.removed_at IS NULL
      ORDER BY a.id LIMIT 1`,
  ]);
  return { subscription: subscriptions[0] ?? null, contact: contacts[0] ?? null };
}
