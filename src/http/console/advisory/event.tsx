import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { EventPage } from '../../../../templates/console/advisory/event-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { findAdvisory } from '../../../advisory/advisory.ts';
import { recordEvent } from '../../../advisory/record-event.ts';
import { bilingual, line } from '../../../advisory/text.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { blank, momentField } from '../input.ts';

const path = '/console/advisories/:trackingId/events/new';
type Asked = Context<CallerEnv, typeof path>;

const schema = z.object({
  what: bilingual(5000),
  happenedAt: momentField,
  learnedAt: blank(momentField),
  source: line(500).min(1),
});

/** `/console/advisories/{id}/events/new`: what happened elsewhere. */
export const eventRoutes = new Hono<CallerEnv>()
  .use(path, requireCaller(['author', 'approver', 'duty officer']))
  .get(path, async (c) => c.html(await show(c)))
  .post(path, take);

async function show(c: Asked, filled: Filled = unsent('event')) {
  const { trackingId } = await findAdvisory(c.get('hub').sql, c.req.param('trackingId'));
  return <EventPage frame={await openFrame(c)} trackingId={trackingId} filled={filled} />;
}

function take(c: Asked) {
  return attempt(c, {
    form: 'event',
    schema,
    async act({ learnedAt, ...event }) {
      const hub = c.get('hub');
      const { id: advisoryId, trackingId } = await findAdvisory(hub.sql, c.req.param('trackingId'));
      await recordEvent(hub, {
        ...event,
        ...(learnedAt && { learnedAt }),
        advisoryId,
        operatorId: c.get('caller').operator.id,
      });
      return `/console/advisories/${trackingId}?done=recorded`;
    },
    again: (filled) => show(c, filled),
  });
}
