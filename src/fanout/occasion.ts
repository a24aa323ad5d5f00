import type { NoticeKind } from '../advisory/notice.ts';
import type { Tlp } from '../advisory/tlp.ts';
import { findVersion, selectVersions, type Version } from '../advisory/version.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Bilingual, Dispatch } from './dispatch.ts';

export type NoticeText = { title: string; body: string };
export type Notice = {
  id: number;
  kind: NoticeKind;
  tlp: Tlp;
  content: { nl: NoticeText; en: NoticeText };
  trackingId: string | null;
  /** The public can read it on the website. */
  isPublic: boolean;
};

/** Everything that a letter of one dispatch is made of. */
export type Occasion =
  | { dispatch: Dispatch; version: Version; previous: Version | null; statement: Bilingual | null }
  | { dispatch: Dispatch; notice: Notice };

/** @throws HubError not_found */
export async function findOccasion(sql: Sql, dispatchId: number): Promise<Occasion> {
  const [dispatch] = await sql<Dispatch[]>`SELECT * FROM dispatches WHERE id = ${dispatchId}`;
  if (!dispatch) throw new HubError('not_found', `There is no dispatch with id ${dispatchId}.`);
  if (dispatch.versionId === null)
    return { dispatch, notice: await findNotice(sql, dispatch.noticeId as number) };
  const version = await findVersion(sql, dispatch.versionId);
  const [previous] = await sql<Version[]>`
    ${selectVersions(sql)} WHERE v.advisory_id = ${version.advisoryId} AND v.ordinal = ${version.ordinal - 1}`;
  const [withdrawal] = await sql<{ statement: Bilingual }[]>`
    SELECT statement FROM withdrawals WHERE version_id = ${version.id}`;
  return {
    dispatch,
    version,
    previous: previous ?? null,
    statement: withdrawal?.statement ?? null,
  };
}

async function findNotice(sql: Sql, noticeId: number): Promise<Notice> {
  const [notice] = await sql<[Notice]>`
    SELECT n.id, n.kind, n.tlp, n.content, a.tracking_id,
           n.tlp = 'CLEAR' AND (n.advisory_id IS NULL OR EXISTS (
             SELECT FROM versions v
             WHERE v.advisory_id = n.advisory_id AND v.state = 'published' AND v.tlp = 'CLEAR')) AS is_public
    FROM notices n LEFT JOIN advisories a ON a.id = n.advisory_id WHERE n.id = ${noticeId}`;
  return notice;
}
