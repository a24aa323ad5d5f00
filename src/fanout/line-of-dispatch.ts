import { findVersion, type Version } from '../advisory/version.ts';
import type { Audience } from '../audience/audience.ts';
import type { Sql } from '../database/connect.ts';
import type { Dispatch } from './dispatch.ts';
import { type Line, lineOfAudience, lineOfFollowers, lineOfRecipients } from './line.ts';
import { type Subject, subjectOf, subjectOfNotice } from './subject.ts';

/** What a dispatch is about: a version, or a notice that may stand beside an advisory. */
export type Topic = { subject: Subject; version: Version | null };

/** @throws HubError not_found */
export async function findTopic(sql: Sql, dispatch: Dispatch): Promise<Topic> {
  if (dispatch.versionId !== null) {
    const version = await findVersion(sql, dispatch.versionId);
    return { subject: await subjectOf(sql, version, dispatch.reason), version };
  }
  const subject = await subjectOfNotice(sql, dispatch.noticeId as number);
  return { subject: { ...subject, urgent: dispatch.priority === 0 }, version: null };
}

/** The line that a decided dispatch is: the same as the preview's, read from its row. */
export async function lineOfDispatch(
  sql: Sql,
  dispatch: Dispatch,
  { version }: Topic,
): Promise<Line> {
  const { id: dispatchId, position, roles, channelRule, pointerAbove } = dispatch;
  const told = { dispatchId, position, roles, channelRule, pointerAbove };
  if (version && dispatch.source === 'followers')
    return { ...(await lineOfFollowers(sql, version)), ...told };
  if (version && dispatch.source === 'recipients') {
    const reason = dispatch.reason === 'withdrawal' ? 'withdrawal' : 'correction';
    const original = reason === 'withdrawal' ? version.id : (version.correctsVersionId as number);
    return { ...(await lineOfRecipients(sql, original, reason)), ...told };
  }
  const [audience] = await sql<
    [Audience]
  >`SELECT * FROM audiences WHERE id = ${dispatch.audienceId}`;
  const members = await lineOfAudience(sql, audience, version?.content.products ?? []);
  return { ...members, name: audience.name, ...told };
}
