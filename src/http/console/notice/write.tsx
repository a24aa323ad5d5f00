import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { WriteNoticePage } from '../../../../templates/console/notice/write-page.tsx';
import { findAdvisory } from '../../../advisory/advisory.ts';
import { draftNotice } from '../../../advisory/draft-notice.ts';
import { noticeContentSchema, noticeKinds } from '../../../advisory/notice.ts';
import { line } from '../../../advisory/text.ts';
import { tlps } from '../../../advisory/tlp.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { blank, momentField } from '../input.ts';

const path = '/console/notices/new';

const elsewhere = z
  .object({ where: line(500), at: blank(momentField) })
  .superRefine(({ where, at }, context) => {
    if (where !== '' || !at) return;
    const missing = { code: 'too_small', origin: 'string', minimum: 1, input: where } as const;
    context.addIssue({ ...missing, path: ['where'] });
  });
/** What is written, at first and again. */
export const textFields = {
  kind: z.enum(noticeKinds),
  tlp: z.enum(tlps),
  content: noticeContentSchema,
};
const schema = z.object({
  ...textFields,
  publishedElsewhere: z.array(elsewhere).default([]),
});

/** `/console/notices/new`: a notice, with `?advisory=NCSC-2019-0979` about that advisory. */
export const writeRoutes = new Hono<CallerEnv>()
  .use(path, requireCaller(['author']))
  .get(path, async (c) => c.html(await show(c)))
  .post(path, take);

/** @throws HubError not_found */
async function findAbout(c: Context<CallerEnv>) {
  const about = c.req.query('advisory');
  return about ? findAdvisory(c.get('hub').sql, about) : null;
}

async function show(c: Context<CallerEnv>, filled: Filled = unsent('notice')) {
  const trackingId = (await findAbout(c))?.trackingId ?? null;
  return <WriteNoticePage frame={await openFrame(c)} trackingId={trackingId} filled={filled} />;
}

function take(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'notice',
    schema,
    async act({ publishedElsewhere, ...notice }) {
      const about = await findAbout(c);
      const places = publishedElsewhere.filter(({ where }) => where !== '');
      const { id } = await draftNotice(c.get('hub'), {
        ...notice,
        ...(about && { advisoryId: about.id }),
        publishedElsewhere: places.map(({ where, at }) => ({
          where,
          at: at?.toISOString() ?? null,
        })),
        operatorId: c.get('caller').operator.id,
      });
      return `/console/notices/${id}?done=created`;
    },
    again: (filled) => show(c, filled),
  });
}
