import { allowedForm, channelCeilings } from '../audience/ceiling.ts';
import type { Fragment, Sql } from '../database/connect.ts';
import { earlier } from './followed.ts';
import type { Line } from './line.ts';
import type { Subject } from './subject.ts';
import { outOfUse } from './webhook/missed.ts';

/**
 * Subscribers and public channels. A follower whom the policy's public line names as well must not come twice, and
 * that line's test is repeated in the negative instead of deduplicating millions of rows.
 */
export function listPublic(sql: Sql, subject: Subject, lines: Line[]) {
  const channels = (line: Line) => publicChannels(subject, line);
  const named = lines.find((line) => line.public && channels(line).length > 0);
  const subscribed = sql`(a.public_channel IS NOT NULL AND a.removed_at IS NULL
    OR (s.confirmed_at IS NOT NULL AND s.ended_at IS NULL AND (${subject.urgent} OR NOT s.urgent_only)))`;
  const row = (position: number, reason: Fragment) => sql`
    SELECT ${position}::smallint, a.id, NULL::int, NULL::int[], a.channel, a.lane, 'full'::form, ${reason}`;
  const selects: Fragment[] = [];
  if (named)
    selects.push(sql`
      ${row(named.position, whyNotPublic(sql))}
      FROM addresses a LEFT JOIN subscriptions s ON s.id = a.subscription_id
      LEFT JOIN removals r ON r.address_id = a.id AND r.advisory_id = ${subject.advisoryId}
      WHERE a.contact_id IS NULL AND a.channel = ANY(${channels(named)}::text[])
        AND a.tlp_ceiling >= ${subject.tlp}::tlp AND ${subscribed}`);
  for (const line of lines.filter(
    (line) => line.source !== 'audience' && line.source !== 'fallback',
  ))
    selects.push(sql`
      ${row(
        line.position,
        sql`CASE WHEN NOT a.channel = ANY(${channels(line)}::text[]) OR a.tlp_ceiling < ${subject.tlp}::tlp
             THEN ${`above the ceiling for TLP:${subject.tlp}`} ELSE ${whyNotPublic(sql)} END`,
      )}
      FROM deliveries d JOIN addresses a ON a.id = d.address_id
      LEFT JOIN subscriptions s ON s.id = a.subscription_id
      LEFT JOIN removals r ON r.address_id = a.id AND r.advisory_id = ${subject.advisoryId}
      WHERE d.dispatch_id = ANY(${line.from}::int[]) AND d.contact_id IS NULL
        AND ${earlier(sql, line)}
        AND NOT (${named !== undefined} AND a.channel = ANY(${named ? channels(named) : []}::text[])
                 AND a.tlp_ceiling >= ${subject.tlp}::tlp AND ${subscribed})
      GROUP BY a.id, s.id, r.id`);
  const nobody = sql`SELECT 0::smallint, 0, NULL::int, NULL::int[], '', '', 'full'::form, NULL WHERE false`;
  return selects.reduce<Fragment>((all, select) => sql`${all} UNION ALL ${select}`, nobody);
}

function whyNotPublic(sql: Sql) {
  return sql`CASE
    WHEN r.reason IS NOT NULL      THEN 'removed: ' || r.reason
    WHEN s.ended_at IS NOT NULL    THEN 'the subscription was ended'
    WHEN a.removed_at IS NOT NULL  THEN 'the channel was removed'
    WHEN a.disabled_at IS NOT NULL THEN ${outOfUse} || coalesce(a.disabled_reason, 'no reason given')
    WHEN a.verified_at IS NULL     THEN 'the address is not verified'
  END`;
}

/** The channels that may carry this to the public; none above CLEAR. */
function publicChannels({ tlp }: Subject, { audienceCeiling }: Line): string[] {
  return Object.keys(channelCeilings).filter((channel) =>
    allowedForm({
      tlp,
      channel,
      owner: 'public',
      ownUse: false,
      organisationWithin: true,
      addressWithin: true,
      encrypted: false,
      audienceCeiling: audienceCeiling ?? 'CLEAR',
      pointerAbove: false,
    }),
  );
}
