import { z } from 'zod';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { parse } from '../../parse.ts';
import { asHolder, type Holder, organisationOf } from './as-holder.ts';
import { lockReady } from './lock-ready.ts';

const input = z.strictObject({ webhookId: z.int().positive() });

/** So many test events may go to one endpoint within ten minutes. */
export const mostTests = 20;

/** Has a test event sent to an endpoint; what came of it stands among its attempts. @throws HubError not_found | conflict | too_many */
export async function askTest(
  hub: Hub,
  { by, ...raw }: z.input<typeof input> & { by: Holder },
): Promise<void> {
  const { webhookId } = parse(input, raw);
  await asHolder(hub, by, async (sql) => {
    await lockReady(sql, webhookId, organisationOf(by));
    const [asked] = await sql<[{ count: number }]>`
      SELECT count(*) FROM replays
      WHERE address_id = ${webhookId} AND delivery_id IS NULL AND asked_at > clock_timestamp() - interval '10 minutes'`;
    if (asked.count >= mostTests)
      throw new HubError('too_many', `Send at most ${mostTests} test events in ten minutes.`);
    await sql`INSERT INTO replays (address_id) VALUES (${webhookId})`;
    await sql`SELECT pg_notify('fanout', 'replay')`;
    return { value: undefined, entry: { action: 'test', object: `webhook:${webhookId}` } };
  });
}
