import { z } from '@hono/zod-openapi';
import { findAdvisory } from '../../advisory/advisory.ts';
import { listChronology, type Moment } from '../../advisory/chronology.ts';
import { listNotices } from '../../advisory/list-notices.ts';
import { findPublishedAdvisory } from '../../advisory/published.ts';
import type { Hub } from '../../hub.ts';
import { trackingIdParam } from './advisories.ts';
import { operation, type Resource } from './operation.ts';
import { momentSchema, toMoment } from './representation/moment.ts';

/**
 * What is public of it: CLEAR versions, their withdrawals and CLEAR notices. Events carry no label, and dispatches name
 * audiences: neither can be taken for public.
 */
async function listPublicMoments(hub: Hub, trackingId: string): Promise<Moment[]> {
  const { id, versions } = await findPublishedAdvisory(hub.sql, trackingId, 'CLEAR');
  const clear = new Set(versions.map((version) => version.id));
  const notices = (await listNotices(hub.sql, id)).filter(({ tlp }) => tlp === 'CLEAR');
  const told = new Set(notices.map((notice) => notice.id));
  const isPublic = (moment: Moment) =>
    (moment.kind === 'version' && clear.has(moment.id)) ||
    (moment.kind === 'withdrawal' && clear.has(moment.versionId)) ||
    (moment.kind === 'notice' && told.has(moment.id));
  return (await listChronology(hub, id)).filter(isPublic);
}

async function listAllMoments(hub: Hub, trackingId: string): Promise<Moment[]> {
  const { id } = await findAdvisory(hub.sql, trackingId);
  return listChronology(hub, id);
}

/** What happened around an advisory, when, and on whose decision. */
export const chronology: Resource = {
  tag: 'Chronology',
  description: 'What happened, when, on whose decision; of CLEAR advisories for everybody.',
  operations: [
    operation({
      method: 'get',
      path: '/advisories/{trackingId}/chronology',
      id: 'getChronology',
      access: 'public',
      summary: 'What happened around an advisory, the earliest first',
      description: 'Without a key only CLEAR versions, their withdrawals and CLEAR notices.',
      params: { trackingId: trackingIdParam },
      answer: z.strictObject({ trackingId: z.string(), items: z.array(momentSchema) }),
      handle: async ({ hub, caller, params: { trackingId } }) => {
        const moments = caller
          ? await listAllMoments(hub, trackingId)
          : await listPublicMoments(hub, trackingId);
        return { trackingId, items: moments.map((moment) => toMoment(moment, caller !== null)) };
      },
    }),
  ],
};
