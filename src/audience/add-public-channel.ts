import { z } from 'zod';
import { languages } from '../advisory/language.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { insertAddress } from './address.ts';
import { asAdministrator } from './as-administrator.ts';

const input = z.strictObject({
  /** What people call it. */
  name: z.string().trim().min(1).max(200),
  /** The name of a channel, or the number that Telegram gave it. */
  target: z.string().regex(/^(@[A-Za-z]\w{3,31}|-\d{1,20})$/, 'This is no channel of Telegram.'),
  language: z.enum(languages),
  operatorId: z.int().positive(),
});

/**
 * Adds a public channel of Telegram, which an audience that means the public reaches with one post; the promise is its
 * address. The bot must be an administrator of the channel. @throws HubError invalid | conflict | forbidden
 */
export async function addPublicChannel(hub: Hub, raw: z.input<typeof input>): Promise<number> {
  const { name, target, language, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const id = await insertAddress(
      sql,
      { publicChannel: name },
      { channel: 'telegram', target, preference: 0, tlpCeiling: 'CLEAR', verified: true },
    );
    await sql`UPDATE addresses SET language = ${language} WHERE id = ${id}`;
    return { value: id, entry: { action: 'add', object: `address:${id}`, detail: { language } } };
  });
}
