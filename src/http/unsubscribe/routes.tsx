import { type Context, Hono } from 'hono';
import { UnsubscribePage } from '../../../templates/unsubscribe-page.tsx';
import { readLinkToken, subscriptionPath } from '../../acknowledgement/token.ts';
import {
  endSubscription,
  findSubscriptionOf,
  type Subscription,
} from '../../audience/subscription.ts';
import type { HttpEnv } from '../env.ts';

/**
 * `/unsubscribe/{token}`, the way out that every mail to the public carries. Looking changes nothing; a POST ends the
 * subscription, from the button or from the mail program's one click (RFC 8058 §3.2), however often it comes.
 */
export const unsubscribeRoutes = new Hono<HttpEnv>()
  .get('/unsubscribe/:token', async (c) => show(c, await find(c)))
  .post('/unsubscribe/:token', async (c) => {
    const subscription = await find(c);
    await endSubscription(c.get('hub'), {
      subscriptionId: subscription.id,
      actor: `subscription:${subscription.id}`,
    });
    return show(c, { ...subscription, ended: true });
  });

/** @throws HubError not_found | gone */
function find(c: Context<HttpEnv, '/unsubscribe/:token'>) {
  const { config, sql } = c.get('hub');
  return findSubscriptionOf(
    sql,
    readLinkToken(config.linkKeys, c.req.param('token'), 'unsubscribe'),
  );
}

function show(c: Context<HttpEnv>, { id, language, ended }: Subscription) {
  c.header('Cache-Control', 'no-store');
  return c.html(
    <UnsubscribePage
      language={c.req.query('language') ? c.get('language') : language}
      ended={ended}
      path={c.req.path}
      manage={subscriptionPath(c.get('hub').config, id)}
    />,
  );
}
