import type { Context } from 'hono';
import type { Sendable } from '../../../../templates/console/watch/send-heading.tsx';
import { findNotice } from '../../../advisory/notice.ts';
import type { CallerEnv } from '../../caller.ts';
import { idOf } from '../id.ts';
import { findAsked } from '../release/version.ts';

/** What `/console/versions/{id}/send` or `/console/notices/{id}/send` is about. @throws HubError not_found */
export async function findSendable(c: Context<CallerEnv>): Promise<Sendable> {
  if (!c.req.path.startsWith('/console/notices/')) return { version: await findAsked(c) };
  return { notice: await findNotice(c.get('hub').sql, idOf(c.req.param('id') ?? '')) };
}

/** The same, by id. */
export const idsOf = (about: Sendable) =>
  'version' in about ? { versionId: about.version.id } : { noticeId: about.notice.id };
