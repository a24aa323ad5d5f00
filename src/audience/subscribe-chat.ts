import { z } from 'zod';
import { languages } from '../advisory/language.ts';
import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { chatSchema, insertAddress } from './address.ts';
import { findChat } from './find-chat.ts';
import { lockChat } from './lock-chat.ts';

const input = z.strictObject({
  chat: chatSchema,
  language: z.enum(languages),
  urgentOnly: z.boolean(),
});

/**
 * Subscribes a chat whose owner asks for it there, which is all the confirmation there is to ask for; where it is
 * subscribed, this is the new choice. The promise is the subscription's id. @throws HubError invalid
 */
export async function subscribeChat(hub: Hub, raw: z.input<typeof input>): Promise<number> {
  const { chat, language, urgentOnly } = parse(input, raw);
  return hub.sql.begin(async (sql) => {
    await lockChat(sql, chat);
    const { subscription } = await findChat(sql, chat);
    if (subscription?.language === language && subscription.urgentOnly === urgentOnly)
      return subscription.id;
    const [row] = subscription
      ? await sql<{ id: number }[]>`
          UPDATE subscriptions SET language = ${language}, urgent_only = ${urgentOnly}
          WHERE id = ${subscription.id} RETURNING id`
      : await sql<{ id: number }[]>`
          INSERT INTO subscriptions (language, urgent_only, created_at, confirmed_at)
          VALUES (${language}, ${urgentOnly}, hub_now(), hub_now()) RETURNING id`;
    const subscriptionId = row?.id as number;
    if (!subscription)
      await insertAddress(
        sql,
        { subscriptionId },
        { channel: 'telegram', target: chat, preference: 0, tlpCeiling: 'CLEAR', verified: true },
      );
    const object = `subscription:${subscriptionId}`;
    const action = subscription ? 'change subscription' : 'subscribe';
    await record(sql, { actor: object, action, object, origin: 'telegram' });
    return subscriptionId;
  });
}
