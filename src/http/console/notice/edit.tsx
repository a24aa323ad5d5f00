import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { WriteNoticePage } from '../../../../templates/console/notice/write-page.tsx';
import { findAdvisory } from '../../../advisory/advisory.ts';
import { editNotice } from '../../../advisory/edit-notice.ts';
import { findNotice } from '../../../advisory/notice.ts';
import { listRemarks } from '../../../advisory/remark.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { flatten } from '../flatten.ts';
import { openFrame } from '../frame.ts';
import { noticeIdOf } from './show-notice.tsx';
import { textFields } from './write.tsx';

const path = '/console/notices/:id/edit';

/** `/console/notices/{id}/edit`: a draft, until it is submitted. */
export const editRoutes = new Hono<CallerEnv>()
  .use(path, requireCaller(['author']))
  .get(path, open)
  .post(path, take);

async function open(c: Context<CallerEnv>) {
  const { id, state } = await findNotice(c.get('hub').sql, noticeIdOf(c));
  if (state !== 'draft') return c.redirect(`/console/notices/${id}`, 303);
  return c.html(await show(c));
}

async function show(c: Context<CallerEnv>, filled?: Filled) {
  const { sql } = c.get('hub');
  const { id: noticeId, advisoryId, ...notice } = await findNotice(sql, noticeIdOf(c));
  const about = advisoryId === null ? null : await findAdvisory(sql, advisoryId);
  const [remark] = await listRemarks(sql, { noticeId });
  const { kind, tlp, content } = notice;
  const stored = { ...unsent('notice'), typed: flatten({ kind, tlp, content }) };
  // Whoever saves second is refused again until they load the page anew: their form is of the revision that they saw.
  const revision = Number(filled?.typed?.revision?.[0]) || notice.revision;
  return (
    <WriteNoticePage
      frame={await openFrame(c)}
      trackingId={about?.trackingId ?? null}
      filled={filled ?? stored}
      editing={{ noticeId, revision, remark: remark?.text }}
    />
  );
}

function take(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'notice',
    schema: z.object({ ...textFields, revision: z.coerce.number().int().positive() }),
    async act(written) {
      const noticeId = noticeIdOf(c);
      const operatorId = c.get('caller').operator.id;
      await editNotice(c.get('hub'), { noticeId, ...written, operatorId });
      return `/console/notices/${noticeId}?done=saved`;
    },
    again: (filled) => show(c, filled),
  });
}
