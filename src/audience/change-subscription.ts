import { z } from 'zod';
import { languages } from '../advisory/language.ts';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';

const input = z.strictObject({
  subscriptionId: z.int().positive(),
  language: z.enum(languages),
  urgentOnly: z.boolean(),
});

/** Changes what a member of the public gets, and in which language. @throws HubError invalid | gone when it was ended */
export async function changeSubscription(hub: Hub, raw: z.input<typeof input>): Promise<void> {
  const { subscriptionId, language, urgentOnly } = parse(input, raw);
  await hub.sql.begin(async (sql) => {
    const changed = await sql`
      UPDATE subscriptions SET language = ${language}, urgent_only = ${urgentOnly}
      WHERE id = ${subscriptionId} AND ended_at IS NULL`;
    if (changed.count === 0)
      throw new HubError('gone', 'This subscription was ended: subscribe again.');
    const object = `subscription:${subscriptionId}`;
    await record(sql, { actor: object, action: 'change subscription', object });
  });
}
