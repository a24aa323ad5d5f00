import type { Context } from 'hono';
import { ConfirmPage } from '../../../templates/subscription/confirm-page.tsx';
import { readLinkToken, subscriptionPath } from '../../acknowledgement/token.ts';
import { confirmSubscription, findConfirmation } from '../../audience/confirm-subscription.ts';
import type { CallerEnv } from '../caller.ts';

/** GET `/subscribe/{token}`: looking confirms nothing, whoever fetches it. */
export async function showConfirm(c: Context<CallerEnv>) {
  const { sql, config } = c.get('hub');
  const { language, urgentOnly, subscriptionId } = await findConfirmation(sql, idOf(c));
  const manage = subscriptionId === null ? null : subscriptionPath(config, subscriptionId);
  return c.html(<ConfirmPage {...{ language, urgentOnly, manage }} path={c.req.path} />);
}

/** POST `/subscribe/{token}`, the button, however often it is pressed. */
export async function takeConfirm(c: Context<CallerEnv>) {
  await confirmSubscription(c.get('hub'), { confirmationId: idOf(c) });
  return c.redirect(c.req.path, 303);
}

const idOf = (c: Context<CallerEnv>) =>
  readLinkToken(c.get('hub').config.linkKeys, c.req.param('token') ?? '', 'confirm');
