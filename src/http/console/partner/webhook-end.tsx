import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { RemovePage } from '../../../../templates/console/audience/remove-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { partnerWords } from '../../../../templates/console/partner/words.ts';
import { endWebhook } from '../../../fanout/webhook/end-webhook.ts';
import { findWebhook } from '../../../fanout/webhook/webhook.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { webhookAt, which } from './webhook.tsx';

const at = `${webhookAt}/end`;
const administrator = requireCaller(['administrator']);

/** What ending a webhook leads to, and doing it. */
export const webhookEndRoutes = new Hono<CallerEnv>()
  .get(at, administrator, async (c) => c.html(await page(c, unsent('end'))))
  .post(at, administrator, (c) =>
    attempt(c, {
      form: 'end',
      schema: z.object({ expected: z.string().max(40).optional() }),
      async act({ expected }) {
        const hub = c.get('hub');
        const { organisationId } = await findWebhook(hub.sql, which(c).webhookId, null);
        await endWebhook(hub, { ...which(c), expected });
        return `/console/organisations/${organisationId}/partner?done=removed`;
      },
      again: (filled) => page(c, filled),
    }),
  );

async function page(c: Context<CallerEnv>, filled: Filled) {
  const { id, url, revision } = await findWebhook(c.get('hub').sql, which(c).webhookId, null);
  const back = `/console/webhooks/${id}`;
  return (
    <RemovePage
      frame={await openFrame(c)}
      here="organisations"
      deed="end"
      filled={filled}
      name={url}
      follows={partnerWords[c.get('language')].endFollows}
      action={`${back}/end`}
      back={back}
      fields={{ expected: revision }}
    />
  );
}
