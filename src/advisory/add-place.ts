import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import {
  findNotice,
  lockNotice,
  mostPlaces,
  type Notice,
  nameOfNotice,
  publishedElsewhereSchema,
} from './notice.ts';
import { notePublicChange } from './public-change.ts';

const schema = z.strictObject({
  noticeId: z.int().positive(),
  ...publishedElsewhereSchema.shape,
  operatorId: z.int().positive(),
});

/**
 * Adds where else a notice was published, which is often known only afterwards. Its text stays what was approved.
 * @throws HubError invalid | forbidden | not_found | conflict: it says so already, or names as many places as it may
 */
export async function addPlace(hub: Hub, input: z.input<typeof schema>): Promise<Notice> {
  const { noticeId, operatorId, ...place } = parse(schema, input);
  const changed = await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['author', 'approver', 'duty officer']);
    const notice = await lockNotice(sql, noticeId);
    requireRoom(notice, place.where);
    await sql`
      UPDATE notices
      SET published_elsewhere = published_elsewhere || jsonb_build_array(
            ${sql.json(place)}::jsonb
            || CASE WHEN state = 'published' THEN jsonb_build_object('addedAt', hub_now()) ELSE '{}' END)
      WHERE id = ${noticeId}`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'add place',
      object: `notice:${noticeId}`,
      detail: { places: notice.publishedElsewhere.length + 1 },
    });
    return findNotice(sql, noticeId);
  });
  notePublicChange(hub);
  return changed;
}

function requireRoom(notice: Notice, where: string): void {
  const { publishedElsewhere: places } = notice;
  if (places.some((place) => place.where.toLowerCase() === where.toLowerCase()))
    throw new HubError('conflict', `${nameOfNotice(notice)} names ${where} already.`);
  if (places.length >= mostPlaces)
    throw new HubError('conflict', `${nameOfNotice(notice)} names ${mostPlaces} places already.`);
}
