import type { Context } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../templates/console/filled.ts';
import { ManagePage } from '../../../templates/subscription/manage-page.tsx';
import { readLinkToken } from '../../acknowledgement/token.ts';
import { changeSubscription } from '../../audience/change-subscription.ts';
import { endSubscription, findSubscription } from '../../audience/subscription.ts';
import type { CallerEnv } from '../caller.ts';
import { attempt } from '../console/attempt.ts';
import { choiceFields } from './subscribe.tsx';

/** GET `/subscriptions/{token}`. */
export const showManage = async (c: Context<CallerEnv>) =>
  c.html(await render(c, unsent('subscription'), c.req.query('done') === 'saved'));

/** POST `/subscriptions/{token}`: another choice. */
export function takeChoice(c: Context<CallerEnv>) {
  const subscriptionId = idOf(c);
  return attempt(c, {
    form: 'subscription',
    schema: z.object(choiceFields),
    async act({ which, language }) {
      const urgentOnly = which === 'urgent';
      await changeSubscription(c.get('hub'), { subscriptionId, language, urgentOnly });
      return `${c.req.path}?done=saved`;
    },
    again: (filled) => render(c, filled, false),
  });
}

/** POST `/subscriptions/{token}/end`. */
export async function takeEnd(c: Context<CallerEnv>) {
  const subscriptionId = idOf(c);
  const actor = `subscription:${subscriptionId}`;
  await endSubscription(c.get('hub'), { subscriptionId, actor });
  return c.redirect(c.req.path.replace(/\/end$/, ''), 303);
}

async function render(c: Context<CallerEnv>, filled: Filled, saved: boolean) {
  const subscription = await findSubscription(c.get('hub').sql, idOf(c));
  const language = c.req.query('language') ? c.get('language') : subscription.language;
  return <ManagePage {...{ subscription, language, filled, saved }} path={c.req.path} />;
}

/** @throws HubError not_found | gone */
const idOf = (c: Context<CallerEnv>) =>
  readLinkToken(c.get('hub').config.linkKeys, c.req.param('token') ?? '', 'subscription');
