import type { Language } from '../advisory/language.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';

/** A channel that anybody may read, and that is told once for all its readers. */
export type PublicChannel = {
  /** Of its address. */
  id: number;
  name: string;
  target: string;
  language: Language;
  disabledAt: Date | null;
  disabledReason: string | null;
};

/** The public channels, by name. */
export const listPublicChannels = (sql: Sql) => sql<PublicChannel[]>`
  SELECT ${columns(sql)} FROM addresses
  WHERE public_channel IS NOT NULL AND removed_at IS NULL
  ORDER BY public_channel, id`;

/** @throws HubError not_found */
export async function findPublicChannel(sql: Sql, addressId: number): Promise<PublicChannel> {
  const [channel] = await sql<PublicChannel[]>`
    SELECT ${columns(sql)} FROM addresses
    WHERE id = ${addressId} AND public_channel IS NOT NULL AND removed_at IS NULL`;
  if (!channel) throw new HubError('not_found', `There is no public channel with id ${addressId}.`);
  return channel;
}

const columns = (sql: Sql) =>
  sql`id, public_channel AS name, target, language, disabled_at, disabled_reason`;
