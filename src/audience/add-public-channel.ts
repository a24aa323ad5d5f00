import { z } from 'zod';
import { languages } from '../advisory/language.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { insertAddress } from './address.ts';
import { asAdministrator } from './as-administrator.ts';

/** A public channel as it is entered. */
export const publicChannelInput = z.strictObject({
  /** What people call it. */
  name: z.string().trim().min(1).max(200),
  /** The name of a channel, or the number that Telegram gave it. */
  target: z
    .string()
    .trim()
    .regex(/^(@[A-Za-z]\w{3,31}|-[1-9]\d{0,19})$/, 'This is no channel of Telegram.'),
  language: z.enum(languages),
});
const input = publicChannelInput.extend({ operatorId: z.int().positive() });
type Channel = z.output<typeof publicChannelInput>;

/**
 * Adds a public channel of Telegram, which an audience that means the public reaches with one post; one that was removed
 * or went out of use is taken back. The promise is its address. The bot must be an administrator of the channel.
 * @throws HubError invalid | conflict | forbidden
 */
export async function addPublicChannel(hub: Hub, raw: z.input<typeof input>): Promise<number> {
  const { operatorId, ...channel } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const id = (await takeBack(sql, channel)) ?? (await insert(sql, channel));
    const detail = { language: channel.language };
    return { value: id, entry: { action: 'add', object: `address:${id}`, detail } };
  });
}

/** Telegram's names know no capitals from small letters. */
async function takeBack(sql: Sql, { name, target, language }: Channel) {
  const [known] = await sql<{ id: number; inUse: boolean }[]>`
    SELECT id, removed_at IS NULL AND disabled_at IS NULL AS in_use FROM addresses
    WHERE channel = 'telegram' AND public_channel IS NOT NULL AND lower(target) = lower(${target})
    FOR UPDATE`;
  if (!known) return undefined;
  if (known.inUse) throw new HubError('conflict', 'This channel is there already.');
  await sql`
    UPDATE addresses SET public_channel = ${name}, language = ${language}, removed_at = NULL,
           disabled_at = NULL, disabled_reason = NULL
    WHERE id = ${known.id}`;
  return known.id;
}

async function insert(sql: Sql, { name, target, language }: Channel): Promise<number> {
  const id = await insertAddress(
    sql,
    { publicChannel: name },
    { channel: 'telegram', target, preference: 0, tlpCeiling: 'CLEAR', verified: true },
  );
  await sql`UPDATE addresses SET language = ${language} WHERE id = ${id}`;
  return id;
}
