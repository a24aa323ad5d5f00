import { z } from 'zod';
import { expected, requireExpected } from '../../audience/revision.ts';
import type { Sql } from '../../database/connect.ts';
import type { Hub } from '../../hub.ts';
import { parse } from '../../parse.ts';
import { asHolder, type Holder, organisationOf } from './as-holder.ts';
import { lockWebhook } from './webhook.ts';

const input = z.strictObject({ webhookId: z.int().positive(), expected });

/** Ends a webhook and forgets its secret; who was told there stays on record. @throws HubError not_found | precondition_failed */
export async function endWebhook(
  hub: Hub,
  { by, ...raw }: z.input<typeof input> & { by: Holder },
): Promise<void> {
  const { webhookId, expected } = parse(input, raw);
  const end = async (sql: Sql) => {
    requireExpected(await lockWebhook(sql, webhookId, organisationOf(by)), expected);
    await sql`
      UPDATE replays SET ended_at = clock_timestamp(), sent = false, detail = 'the webhook was ended'
      WHERE address_id = ${webhookId} AND ended_at IS NULL`;
    await sql`DELETE FROM webhook_attempts WHERE address_id = ${webhookId}`;
    await sql`DELETE FROM webhooks WHERE address_id = ${webhookId}`;
    await sql`
      UPDATE addresses SET disabled_at = hub_now(), disabled_reason = 'the webhook was ended' WHERE id = ${webhookId}`;
    return { value: undefined, entry: { action: 'end', object: `webhook:${webhookId}` } };
  };
  await asHolder(hub, by, end, ['administrator']);
}
