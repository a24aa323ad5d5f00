import { z } from 'zod';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { State } from './state.ts';
import { line, prose } from './text.ts';
import type { Tlp } from './tlp.ts';

/** A message about an advisory that is not a version of it. */
export const noticeKinds = ['news', 'press release', 'FAQ', 'request text'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const text = z.strictObject({ title: line(500).min(1), body: prose(100_000).min(1) });
export const noticeContentSchema = z.strictObject({ nl: text, en: text });
/** Where else it was published (the government's website, social media), and when if that is known. */
export const publishedElsewhereSchema = z.strictObject({
  where: line(500).min(1),
  at: z.iso.datetime({ offset: true }).nullable().default(null),
});
/** The same as it is kept; `addedAt` where the notice was published here before that. */
export type PublishedElsewhere = z.output<typeof publishedElsewhereSchema> & { addedAt?: string };

/** Places that one notice names at most. */
export const mostPlaces = 50;

export type Notice = {
  id: number;
  advisoryId: number | null;
  kind: NoticeKind;
  tlp: Tlp;
  state: State;
  content: z.output<typeof noticeContentSchema>;
  publishedElsewhere: PublishedElsewhere[];
  /** How often its text was written: 1, and one more with every edit. */
  revision: number;
  createdAt: Date;
  submittedAt: Date | null;
  approvedAt: Date | null;
  publishedAt: Date | null;
};

/** A notice as its readers have it: it is written no more. */
export type PublishedNotice = Omit<Notice, 'revision'>;

/** Notices `n`, each with its revision; ends before a WHERE. */
export const selectNotices = (sql: Sql) => sql`
  SELECT n.*, 1 + (SELECT count(*)::int FROM authorships h WHERE h.notice_id = n.id AND h.act = 'edited') AS revision
  FROM notices n`;

/** @throws HubError not_found */
export async function findNotice(sql: Sql, noticeId: number): Promise<Notice> {
  const [notice] = await sql<Notice[]>`${selectNotices(sql)} WHERE n.id = ${noticeId}`;
  if (!notice) throw new HubError('not_found', `There is no notice with id ${noticeId}.`);
  return notice;
}

/** A notice that nobody else changes until the transaction ends. @throws HubError not_found */
export async function lockNotice(sql: Sql, noticeId: number): Promise<Notice> {
  await sql`SELECT FROM notices WHERE id = ${noticeId} FOR NO KEY UPDATE`;
  return findNotice(sql, noticeId);
}

/** The notice as people call it. */
export const nameOfNotice = ({ id, kind }: Notice) => `${kind} ${id}`;
