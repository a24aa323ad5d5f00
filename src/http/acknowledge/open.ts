import type { Context } from 'hono';
import { type AnswerSheet, findAnswerSheet } from '../../acknowledgement/answer-sheet.ts';
import { readLinkToken } from '../../acknowledgement/token.ts';
import type { HttpEnv } from '../env.ts';

/** The sheet that a link opens. @throws HubError not_found | gone | conflict */
export async function openSheet(c: Context<HttpEnv>): Promise<AnswerSheet> {
  const hub = c.get('hub');
  const deliveryId = readLinkToken(hub.config.linkKeys, c.req.param('token') ?? '');
  return findAnswerSheet(hub, deliveryId);
}
