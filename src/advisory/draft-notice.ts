import { z } from 'zod';
import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { requireAdvisory } from './advisory.ts';
import { recordAuthorship } from './authorship.ts';
import {
  findNotice,
  mostPlaces,
  type Notice,
  noticeContentSchema,
  noticeKinds,
  publishedElsewhereSchema,
} from './notice.ts';
import { tlps } from './tlp.ts';

const schema = z.strictObject({
  advisoryId: z.int().positive().optional(),
  kind: z.enum(noticeKinds),
  tlp: z.enum(tlps),
  content: noticeContentSchema,
  publishedElsewhere: z.array(publishedElsewhereSchema).max(mostPlaces).default([]),
  operatorId: z.int().positive(),
});

/**
 * Writes a notice, complete in both languages.
 * @throws HubError invalid | forbidden | not_found
 */
export async function draftNotice(hub: Hub, input: z.input<typeof schema>): Promise<Notice> {
  const { advisoryId, kind, tlp, content, publishedElsewhere, operatorId } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['author']);
    if (advisoryId !== undefined) await requireAdvisory(sql, advisoryId);
    const [row] = await sql<[{ id: number }]>`
      INSERT INTO notices (advisory_id, kind, tlp, content, published_elsewhere, created_at)
      VALUES (${advisoryId ?? null}, ${kind}, ${tlp}, ${sql.json(content)},
              ${sql.json(publishedElsewhere)}, hub_now())
      RETURNING id`;
    await recordAuthorship(sql, { noticeId: row.id }, { operatorId, act: 'wrote' });
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'draft',
      object: `notice:${row.id}`,
      detail: { advisoryId, kind },
    });
    return findNotice(sql, row.id);
  });
}
