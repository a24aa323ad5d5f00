import { randomBytes } from 'node:crypto';
import type { Sql } from '../database/connect.ts';
import { hashOf } from '../database/hash.ts';
import type { oneTimeLinks } from '../database/schema/operator.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';

/**
 * `invitation`: takes up a new account · `recovery`: sets another password and second factor · `setup`: makes the first
 * administrator of a hub without operators.
 */
export type LinkKind = 'invitation' | 'recovery' | 'setup';
export type OneTimeLink = typeof oneTimeLinks.$inferSelect;

const paths = { invitation: '/invitations', recovery: '/recovery', setup: '/setup' };
/** In days of real time. */
const terms = { invitation: 7, recovery: 1, setup: 7 };

type Asked = { kind: LinkKind; operatorId?: number; createdBy?: number | undefined };

/** Makes an address that works once, and ends the earlier ones of the same person and kind. The hub keeps its hash. */
export async function createLink(hub: Hub, sql: Sql, asked: Asked): Promise<string> {
  const { kind, operatorId = null, createdBy = null } = asked;
  const token = randomBytes(24).toString('base64url');
  if (operatorId)
    await sql`
      DELETE FROM one_time_links WHERE kind = ${kind} AND operator_id = ${operatorId} AND used_at IS NULL`;
  await sql`
    INSERT INTO one_time_links (kind, operator_id, token_hash, created_by, expires_at)
    VALUES (${kind}, ${operatorId}, ${hashOf(token)}, ${createdBy},
            clock_timestamp() + ${terms[kind]} * interval '1 day')`;
  return `${hub.config.publicUrl}${paths[kind]}/${token}`;
}

/**
 * The link behind an address, if it may be used still. In a transaction it is held until that ends, so that of two
 * people with one address the second finds it used.
 * @throws HubError not_found | gone
 */
export async function findLink(sql: Sql, kind: LinkKind, token: string): Promise<OneTimeLink> {
  const [link] = await sql<(OneTimeLink & { live: boolean })[]>`
    SELECT *, used_at IS NULL AND expires_at > clock_timestamp() AS live
    FROM   one_time_links WHERE kind = ${kind} AND token_hash = ${hashOf(token)}
    FOR    UPDATE`;
  if (!link)
    throw new HubError('not_found', 'This address is not right: was it copied whole, to its end?');
  if (!link.live)
    throw new HubError('gone', 'This address was used already, or is too old: ask for a new one.');
  return link;
}

/** Notes that an address did its work. */
export async function useLink(sql: Sql, { id }: OneTimeLink): Promise<void> {
  await sql`UPDATE one_time_links SET used_at = clock_timestamp() WHERE id = ${id}`;
}
