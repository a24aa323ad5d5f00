import { z } from '@hono/zod-openapi';
import { findAdvisory } from '../../advisory/advisory.ts';
import { type Event, findEvent } from '../../advisory/event.ts';
import { listEvents } from '../../advisory/list-events.ts';
import { recordEvent } from '../../advisory/record-event.ts';
import { bilingual, line } from '../../advisory/text.ts';
import { trackingIdParam } from './advisories.ts';
import { bilingualText, id, instant, moment, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const eventSchema = z
  .strictObject({
    id: reference,
    advisoryId: reference.nullable(),
    what: bilingualText,
    happenedAt: instant,
    learnedAt: instant,
    source: z.string().openapi({ example: 'The vendor' }),
    operatorId: reference,
    recordedAt: instant,
  })
  .openapi('Event', { description: 'Something that happened and is not ours.' });

const eventDraft = z
  .strictObject({
    trackingId: trackingIdParam.optional(),
    what: bilingual(5000),
    happenedAt: moment,
    learnedAt: moment.optional().openapi({ description: 'Now when left out.' }),
    source: line(500).min(1).openapi({ example: 'The vendor' }),
  })
  .openapi('EventDraft');

const toEvent = (event: Event): z.output<typeof eventSchema> => {
  const { id, advisoryId, what, happenedAt, learnedAt, source, operatorId, recordedAt } = event;
  return { id, advisoryId, what, happenedAt, learnedAt, source, operatorId, recordedAt };
};

/** What happened elsewhere: the chronology needs it. */
export const events: Resource = {
  tag: 'Events',
  description:
    'What happened and is not ours: the vendor’s disclosure, exploit code, an escalation.',
  operations: [
    operation({
      method: 'get',
      path: '/events',
      id: 'listEvents',
      access: everyone,
      summary: 'The events, the last recorded first',
      query: { ...pageQuery, trackingId: trackingIdParam.optional() },
      answer: pageOf(eventSchema),
      handle: async ({ hub, query: { limit, cursor, trackingId } }) => {
        const advisory = trackingId === undefined ? null : await findAdvisory(hub.sql, trackingId);
        const wish = { advisoryId: advisory?.id ?? null, before: idOf(cursor), limit: limit + 1 };
        return pageFrom((await listEvents(hub.sql, wish)).map(toEvent), limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'post',
      path: '/events',
      id: 'recordEvent',
      access: ['author', 'approver', 'duty officer'],
      summary: 'Record something that happened outside',
      body: eventDraft,
      answer: eventSchema,
      location: ({ id }) => `/events/${id}`,
      handle: async ({ hub, operatorId, body: { trackingId, ...event } }) => {
        const advisory = trackingId === undefined ? null : await findAdvisory(hub.sql, trackingId);
        const about = advisory ? { advisoryId: advisory.id } : {};
        return toEvent(await recordEvent(hub, { ...event, ...about, operatorId }));
      },
    }),
    operation({
      method: 'get',
      path: '/events/{eventId}',
      id: 'getEvent',
      access: everyone,
      summary: 'An event',
      params: { eventId: id },
      answer: eventSchema,
      handle: async ({ hub, params }) => toEvent(await findEvent(hub.sql, params.eventId)),
    }),
  ],
};
