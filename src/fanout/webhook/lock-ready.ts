import type { Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import { lockWebhook, type Webhook } from './webhook.ts';

/** A webhook that is in use, held until the transaction ends. @throws HubError not_found | conflict */
export async function lockReady(
  sql: Sql,
  webhookId: number,
  organisationId: number | null,
): Promise<Webhook> {
  const webhook = await lockWebhook(sql, webhookId, organisationId);
  if (!webhook.disabledAt) return webhook;
  throw new HubError('conflict', 'This webhook is disabled: take it into use again first.');
}
