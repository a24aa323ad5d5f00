import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';

/**
 * `usable`: mail is encrypted to it · `ends soon`: still, and its owner must be asked for another · `ended`: it is
 * over, nothing is encrypted to it any more.
 */
export const keyStates = ['usable', 'ends soon', 'ended'] as const;
export type KeyState = (typeof keyStates)[number];

/** The key that a contact's mail is encrypted to. */
export type EncryptionKey = {
  id: number;
  contactId: number;
  armored: string;
  fingerprint: string;
  algorithm: string;
  endsAt: Date | null;
  addedAt: Date;
  state: KeyState;
};

/** So many days before its end somebody asks for another. */
export const noticeDays = 30;

/** A contact's key, also one that is over; null without. */
export async function findEncryptionKey(
  sql: Sql,
  contactId: number,
): Promise<EncryptionKey | null> {
  const [key] = await sql<EncryptionKey[]>`
    SELECT k.id, k.contact_id, k.armored, k.fingerprint, k.algorithm, k.ends_at, k.added_at,
           CASE WHEN ${isUsable(sql)} IS NOT TRUE THEN 'ended'
                WHEN ${endsSoon(sql)} THEN 'ends soon' ELSE 'usable' END AS state
    FROM encryption_keys k WHERE k.contact_id = ${contactId} AND k.removed_at IS NULL`;
  return key ?? null;
}

/** @throws HubError not_found */
export async function getEncryptionKey(sql: Sql, contactId: number): Promise<EncryptionKey> {
  const key = await findEncryptionKey(sql, contactId);
  if (!key) throw new HubError('not_found', 'This contact has no encryption key.');
  return key;
}

/** Over `encryption_keys k`: a key's end is in real time. */
export const isUsable = (sql: Sql) =>
  sql`(k.removed_at IS NULL AND (k.ends_at IS NULL OR k.ends_at > clock_timestamp()))`;

export const endsSoon = (sql: Sql) =>
  sql`(k.ends_at IS NOT NULL AND k.ends_at <= clock_timestamp() + ${noticeDays} * interval '1 day')`;
