import { z } from 'zod';
import { type Tlp, tlps } from '../advisory/tlp.ts';
import { conflictOn } from '../database/conflict.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { emailAddress } from './email-address.ts';
import type { Revised } from './revision.ts';

/** The channels by which a contact can be reached; a phone is for people, nothing is sent there. */
export const addressChannels = ['email', 'phone', 'webhook', 'telegram'] as const;
export type AddressChannel = (typeof addressChannels)[number];

export type Address = Revised & {
  id: number;
  contactId: number | null;
  subscriptionId: number | null;
  publicChannel: string | null;
  channel: AddressChannel;
  target: string;
  preference: number;
  tlpCeiling: Tlp;
  verifiedAt: Date | null;
  disabledAt: Date | null;
  disabledReason: string | null;
};

/** What may be changed of an address. Where it leads never changes: another place is another address. */
export const addressFields = {
  preference: z.int().min(0).max(99),
  tlpCeiling: z.enum(tlps),
  verified: z.boolean(),
};

/** A private chat of Telegram, by the number that Telegram gave it. */
export const chatSchema = z.string().regex(/^[1-9]\d{0,19}$/);
/** The same, or a group, whose number is negative. A name leads to public channels alone. */
const chatOrGroup = /^-?[1-9]\d{0,19}$/;

/** One way to reach one owner, as it is entered. `preference` 0 is tried first. */
export const addressInput = z
  .strictObject({
    channel: z.enum(addressChannels),
    target: z.string().trim().min(1).max(2000),
    preference: addressFields.preference.default(0),
    tlpCeiling: addressFields.tlpCeiling.default('RED'),
    verified: addressFields.verified.default(false),
  })
  .superRefine(({ channel, target }, context) => {
    if (channel === 'email' && !emailAddress.safeParse(target).success)
      context.addIssue({
        code: 'custom',
        path: ['target'],
        message: 'This is not an e-mail address.',
      });
    if (channel === 'webhook' && !z.url({ protocol: /^https?$/ }).safeParse(target).success)
      context.addIssue({
        code: 'custom',
        path: ['target'],
        message: 'This is not an http(s) address.',
      });
    if (channel === 'telegram' && !chatOrGroup.test(target))
      context.addIssue({
        code: 'custom',
        path: ['target'],
        message: 'This is not the number of a chat: let the contact link its chat with a code.',
      });
  })
  .overwrite((address) =>
    address.channel === 'email' ? { ...address, target: address.target.normalize('NFC') } : address,
  );

export type AddressInput = z.output<typeof addressInput>;
export type Owner = { contactId: number } | { subscriptionId: number } | { publicChannel: string };

/** Inserts an address for its one owner; the promise is its id. @throws HubError conflict */
export async function insertAddress(
  sql: Sql,
  owner: Owner,
  address: AddressInput,
): Promise<number> {
  const { verified, ...row } = address;
  const [inserted] = await sql<{ id: number }[]>`
    INSERT INTO addresses ${sql({ ...owner, ...row, lane: laneOf(address) })}
    RETURNING id`.catch(conflictOn('This owner has that address already.'));
  const id = inserted?.id as number;
  if (verified) await sql`UPDATE addresses SET verified_at = hub_now() WHERE id = ${id}`;
  return id;
}

/**
 * What one stalled destination may hold up: the channel's relay, a webhook's host, a group or channel of Telegram, which
 * takes twenty messages a minute. Private chats share Telegram's own lane: one that wants peace is left out by itself,
 * and a hundred thousand lanes would each be looked at a few times a second.
 */
export function laneOf({ channel, target }: { channel: string; target: string }): string {
  if (channel === 'webhook') return `webhook:${new URL(target).host}`;
  if (channel === 'telegram' && /^[-@]/.test(target)) return `telegram:${target}`;
  return channel;
}

/** An address as it stands. @throws HubError not_found */
export async function findAddress(sql: Sql, addressId: number): Promise<Address> {
  const [address] = await sql<Address[]>`
    SELECT ${addressColumns(sql)} FROM addresses a WHERE a.id = ${addressId}`;
  if (!address) throw new HubError('not_found', `There is no address with id ${addressId}.`);
  return address;
}

/** The same, held until the transaction ends. @throws HubError not_found */
export async function lockAddress(sql: Sql, addressId: number): Promise<Address> {
  await sql`SELECT FROM addresses WHERE id = ${addressId} FOR UPDATE`;
  return findAddress(sql, addressId);
}

/** The columns of an `Address`, over `addresses a`. */
export const addressColumns = (sql: Sql) => sql`
  a.id, a.contact_id, a.subscription_id, a.public_channel, a.channel, a.target, a.preference, a.tlp_ceiling,
  a.verified_at, a.disabled_at, a.disabled_reason, a.xmin::text AS revision`;
