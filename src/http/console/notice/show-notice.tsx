import type { Context } from 'hono';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { ShowNoticePage } from '../../../../templates/console/notice/show-page.tsx';
import { findAdvisory } from '../../../advisory/advisory.ts';
import { isAuthor } from '../../../advisory/authorship.ts';
import { findNotice } from '../../../advisory/notice.ts';
import { listRemarks } from '../../../advisory/remark.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';

/** The notice that the address names. @throws HubError not_found */
export const noticeIdOf = (c: Context<CallerEnv>) => idOf(c.req.param('id') ?? '');

/** The page of one notice, with a step that was refused, if any. */
export async function showNotice(
  c: Context<CallerEnv>,
  filled: Filled = unsent('step'),
  places: Filled = unsent('place'),
) {
  const { sql } = c.get('hub');
  const notice = await findNotice(sql, noticeIdOf(c));
  const about = notice.advisoryId === null ? null : await findAdvisory(sql, notice.advisoryId);
  const { operator, roles } = c.get('caller');
  const wrote = await isAuthor(sql, { noticeId: notice.id }, operator.id);
  const glassOnly = wrote || !roles.includes('approver');
  const [remark] = await listRemarks(sql, { noticeId: notice.id });
  const frame = await openFrame(c);
  const trackingId = about?.trackingId ?? null;
  return <ShowNoticePage {...{ frame, notice, trackingId, remark, filled, places, glassOnly }} />;
}
