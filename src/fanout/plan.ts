import type { Product } from '../advisory/content.ts';
import { findVersion, type Version } from '../advisory/version.ts';
import type { Audience } from '../audience/audience.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { type Line, lineOfAudience, lineOfRecipients, planLines } from './line.ts';
import type { ChannelRule, Reason } from './reason.ts';
import { type Subject, subjectOf, subjectOfNotice } from './subject.ts';

/** An audience chosen by hand instead of by the policy. */
export type ByHand = {
  audienceId: number;
  roles: string[];
  channelRule: ChannelRule;
  pointerAbove: boolean;
};

/** What is to be decided: a version's publication or withdrawal, or a dispatch of it by hand. */
export type Decision = { versionId: number; reason?: Reason; byHand?: ByHand };
/** A dispatch of a notice, which is by hand always. */
export type NoticeDecision = { noticeId: number; reason?: Reason; byHand: ByHand };
export type Plan = { version: Version; subject: Subject; lines: Line[] };

/** The lines that a decision means, before it is taken. @throws HubError not_found */
export async function planOf(sql: Sql, { versionId, reason, byHand }: Decision): Promise<Plan> {
  const version = await findVersion(sql, versionId);
  const subject = await subjectOf(sql, version, reason ?? 'publication');
  const { products } = version.content;
  if (byHand) return { version, subject, lines: [await lineByHand(sql, products, byHand)] };
  if (reason === 'withdrawal')
    return { version, subject, lines: [await lineOfRecipients(sql, versionId, 'withdrawal')] };
  return { version, subject, lines: await planLines(sql, version) };
}

/** The line that sending a notice means. @throws HubError not_found */
export async function planOfNotice(sql: Sql, { noticeId, byHand }: NoticeDecision) {
  const subject = await subjectOfNotice(sql, noticeId);
  return { version: null, subject, lines: [await lineByHand(sql, [], byHand)] };
}

async function lineByHand(sql: Sql, products: Product[], byHand: ByHand): Promise<Line> {
  const [audience] = await sql<Audience[]>`
    SELECT * FROM audiences WHERE id = ${byHand.audienceId} AND removed_at IS NULL`;
  if (!audience)
    throw new HubError('not_found', `There is no audience with id ${byHand.audienceId}.`);
  const { roles, channelRule, pointerAbove } = byHand;
  return {
    ...(await lineOfAudience(sql, audience, products)),
    position: 0,
    name: audience.name,
    roles,
    channelRule,
    pointerAbove,
  };
}
