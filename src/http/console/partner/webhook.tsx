import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { WebhookPage } from '../../../../templates/console/partner/webhook-page.tsx';
import { askReplay } from '../../../fanout/webhook/ask-replay.ts';
import { askTest } from '../../../fanout/webhook/ask-test.ts';
import { countWaiting } from '../../../fanout/webhook/count-waiting.ts';
import { enableWebhook } from '../../../fanout/webhook/enable-webhook.ts';
import { listAttempts } from '../../../fanout/webhook/list-attempts.ts';
import { listWebhookDeliveries } from '../../../fanout/webhook/list-webhook-deliveries.ts';
import { overseers, senders } from '../../../fanout/webhook/overseers.ts';
import { type Recovered, recover } from '../../../fanout/webhook/recover.ts';
import { findWebhook } from '../../../fanout/webhook/webhook.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { inWords } from '../in-words.ts';
import { blank, momentField, whole } from '../input.ts';

/** `/console/webhooks/{id}`: one webhook of a partner's. */
export const webhookAt = '/console/webhooks/:id{[1-9][0-9]*}';
const acting = requireCaller(senders);
type Asking = Context<CallerEnv>;

export const webhookRoutes = new Hono<CallerEnv>()
  .get(webhookAt, requireCaller(overseers), async (c) => c.html(await page(c, unsent('none'))))
  .post(`${webhookAt}/test`, acting, (c) => deed(c, z.object({}), askTest))
  .post(`${webhookAt}/enable`, acting, (c) => deed(c, z.object({}), enableWebhook))
  .post(`${webhookAt}/replays`, acting, (c) =>
    deed(c, z.object({ deliveryId: ledgerId }), askReplay),
  )
  .post(`${webhookAt}/recover`, acting, takeRecovery);

const ledgerId = whole.pipe(z.int().positive().max(Number.MAX_SAFE_INTEGER));

/** Whom a verb is about, and by whom. */
export const which = (c: Asking) => ({
  webhookId: idOf(c.req.param('id') ?? ''),
  by: { operatorId: c.get('caller').operator.id },
});

type Verb<T> = (hub: CallerEnv['Variables']['hub'], asked: T & ReturnType<typeof which>) => unknown;

/** One press on a button: done, or the page again with why not. */
function deed<S extends z.ZodType<object>>(c: Asking, schema: S, verb: Verb<z.output<S>>) {
  return attempt(c, {
    form: 'deed',
    schema,
    async act(fields) {
      await verb(c.get('hub'), { ...fields, ...which(c) });
      return `/console/webhooks/${which(c).webhookId}?done=recorded`;
    },
    again: (filled) => page(c, inWords(c.get('language'), filled)),
  });
}

/** Says on the page itself how many it was. */
function takeRecovery(c: Asking) {
  return attempt(c, {
    form: 'recover',
    schema: z.object({ since: momentField, until: blank(momentField) }),
    async act({ since, until }) {
      const asked = { since, ...(until && { until }), ...which(c) };
      return c.html(await page(c, unsent('recover'), await recover(c.get('hub'), asked)));
    },
    again: (filled) => page(c, inWords(c.get('language'), filled)),
  });
}

/** Rows of each table on one page. */
const most = 25;

async function page(c: Asking, filled: Filled, recovered?: Recovered) {
  const { sql } = c.get('hub');
  const { webhookId } = which(c);
  const webhook = await findWebhook(sql, webhookId, null);
  const before = Number(/^[1-9]\d{0,14}$/.exec(c.req.query('before') ?? '')?.[0] ?? 0) || null;
  const [attempts, found, waiting] = await Promise.all([
    listAttempts(sql, { webhookId, before: null, limit: most }),
    listWebhookDeliveries(sql, { webhookId, before, limit: most + 1 }),
    countWaiting(sql, webhookId),
  ]);
  const deliveries = found.slice(0, most);
  const path = `/console/webhooks/${webhookId}`;
  return (
    <WebhookPage
      frame={await openFrame(c)}
      webhook={webhook}
      attempts={attempts}
      deliveries={deliveries}
      pages={{
        first: before ? path : null,
        next: found.length > most ? `${path}?before=${deliveries.at(-1)?.id}` : null,
      }}
      waiting={waiting}
      recovered={recovered}
      filled={filled}
    />
  );
}
