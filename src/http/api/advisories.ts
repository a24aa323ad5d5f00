import { z } from '@hono/zod-openapi';
import { type Advisory, findAdvisory } from '../../advisory/advisory.ts';
import { type ListedAdvisory, listAdvisories } from '../../advisory/list-advisories.ts';
import { states } from '../../advisory/state.ts';
import { tlps } from '../../advisory/tlp.ts';
import { anyOf, instant, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { toVersionSummary, versionSummary } from './representation/version.ts';

/** A series in a path: its tracking id. */
export const trackingIdParam = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/, 'This is a tracking id: NCSC-2019-0979.')
  .openapi({ example: 'NCSC-2019-0979' });

const fields = {
  id: reference,
  trackingId: z.string().openapi({ example: 'NCSC-2019-0979' }),
  createdAt: instant,
};
const advisorySummary = z
  .strictObject({ ...fields, newest: versionSummary })
  .openapi('AdvisorySummary');
const advisorySchema = z
  .strictObject({ ...fields, versions: z.array(versionSummary) })
  .openapi('Advisory', { description: 'A series, its newest version first.' });

const toSummary = ({ id, trackingId, createdAt, newest }: ListedAdvisory) => ({
  ...{ id, trackingId, createdAt },
  newest: toVersionSummary(newest),
});

const toAdvisory = ({ id, trackingId, createdAt, versions }: Advisory) => ({
  ...{ id, trackingId, createdAt },
  versions: versions.map(toVersionSummary),
});

/**
 * A resource: its representations, a function from row to each, and its operations over the verbs. An operation states
 * once who may use it (`access`), what it takes and what it answers; `mount` and the document follow from that.
 * It is listed in `routes.ts`.
 */
export const advisories: Resource = {
  tag: 'Advisories',
  description: 'A series with one tracking id, drafts included.',
  operations: [
    operation({
      method: 'get',
      path: '/advisories',
      id: 'listAdvisories',
      access: everyone,
      summary: 'The advisories, the newest series first',
      query: {
        ...pageQuery,
        state: anyOf(states),
        tlp: anyOf(tlps),
        search: z.string().trim().min(1).max(200).optional().openapi({ example: 'Citrix' }),
      },
      answer: pageOf(advisorySummary),
      handle: async ({ hub, query: { limit, cursor, state, tlp, search } }) => {
        const wish = { limit: limit + 1, before: idOf(cursor), states: state, tlps: tlp, search };
        const found = await listAdvisories(hub.sql, wish);
        return pageFrom(found.map(toSummary), limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'get',
      path: '/advisories/{trackingId}',
      id: 'getAdvisory',
      access: everyone,
      summary: 'An advisory with its versions',
      params: { trackingId: trackingIdParam },
      answer: advisorySchema,
      handle: async ({ hub, params }) => toAdvisory(await findAdvisory(hub.sql, params.trackingId)),
    }),
  ],
};
