import type { Product } from '../advisory/content.ts';
import { isUrgent } from '../advisory/risk.ts';
import type { Tlp } from '../advisory/tlp.ts';
import type { Version } from '../advisory/version.ts';
import type { Audience } from '../audience/audience.ts';
import { listMembers } from '../audience/members.ts';
import { listPolicyLines } from '../audience/policy-line.ts';
import type { Sql } from '../database/connect.ts';
import type { ChannelRule, Source } from './reason.ts';

/**
 * One line of a fan-out, before or after it is a dispatch: whom it means and how they are told. Preview and expansion
 * both make lines and hand them to the one query.
 */
export type Line = {
  position: number;
  /** The dispatch, once there is one. */
  dispatchId: number | null;
  /** What a person calls it. */
  name: string;
  source: Source | 'corrected' | 'fallback' | 'missed';
  /** Members of the audience (source `audience`). */
  organisationIds: number[];
  /** The audience means the public too. */
  public: boolean;
  /** Empty: every role. */
  roles: string[];
  channelRule: ChannelRule;
  pointerAbove: boolean;
  /** Null: per organisation, the highest of the audiences by which it was told of the advisory so far. */
  audienceCeiling: Tlp | null;
  /** Whose deliveries are followed, repeated to, fallen back from or were missed (other sources): dispatch ids, or delivery ids. */
  from: number[];
};

/** The lines that publishing this version would make: its policy and its followers, or the recipients of what it corrects. */
export async function planLines(sql: Sql, version: Version): Promise<Line[]> {
  if (version.correctsVersionId !== null)
    return [await lineOfRecipients(sql, version.correctsVersionId, 'correction')];
  const policy = await listPolicyLines(sql, version);
  const lines: Line[] = [];
  for (const [index, line] of policy.entries()) {
    const { audienceName: name, roles, channelRule, pointerAbove } = line;
    const audience = { ...(await lineOfAudience(sql, line, version.content.products)), name };
    lines.push({ ...audience, roles, channelRule, pointerAbove, position: index });
  }
  if (version.ordinal > 0) {
    const channelRule: ChannelRule = isUrgent(version) ? 'every' : 'preferred';
    lines.push({ ...(await lineOfFollowers(sql, version)), channelRule, position: lines.length });
  }
  return lines;
}

/** The part of a line that an audience decides. */
export async function lineOfAudience(
  sql: Sql,
  audience: Pick<Audience, 'selection' | 'tlpCeiling'>,
  products: Product[],
) {
  return {
    dispatchId: null,
    source: 'audience' as const,
    organisationIds: await listMembers(sql, audience.selection, products),
    public: audience.selection.public,
    audienceCeiling: audience.tlpCeiling,
    from: [] as number[],
  };
}

/**
 * Everyone whom the version before was meant for, by any dispatch. A correction goes to fewer, so that what it corrects
 * counts too: whoever was refused then is not forgotten now.
 */
export async function lineOfFollowers(sql: Sql, version: Version): Promise<Line> {
  const from = await sql<{ id: number }[]>`
    SELECT d.id FROM dispatches d JOIN versions v ON v.id = d.version_id
    WHERE v.advisory_id = ${version.advisoryId} AND v.ordinal < ${version.ordinal}
      AND v.ordinal >= (SELECT max(ordinal) FROM versions
                        WHERE advisory_id = ${version.advisoryId} AND ordinal < ${version.ordinal} AND change <> 'correction')`;
  return { ...lineFrom('followers', 'followers', from), channelRule: 'preferred' };
}

/** Exactly those who got a version, by any dispatch; for a correction those who still waited for it too. */
export async function lineOfRecipients(
  sql: Sql,
  versionId: number,
  reason: 'correction' | 'withdrawal',
): Promise<Line> {
  const from = await sql<
    { id: number }[]
  >`SELECT id FROM dispatches WHERE version_id = ${versionId}`;
  return lineFrom(reason, reason === 'correction' ? 'corrected' : 'recipients', from);
}

/** A line over earlier deliveries: whoever got them may get no more than its audiences may, and above that a pointer. */
export function lineFrom(name: string, source: Line['source'], from: { id: number }[]): Line {
  return {
    position: 0,
    dispatchId: null,
    name,
    source,
    organisationIds: [],
    public: false,
    roles: [],
    channelRule: 'every',
    pointerAbove: true,
    audienceCeiling: null,
    from: from.map((row) => row.id),
  };
}
