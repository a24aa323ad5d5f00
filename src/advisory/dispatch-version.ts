import type { Sql } from '../database/connect.ts';
import { formatRisk, isUrgent } from './risk.ts';
import type { Version } from './version.ts';

/** A version and the approval that its dispatches rest on. */
export type Approved = { version: Version; approvalId: number };

const priorityOf = (version: Version) => (isUrgent(version) ? 0 : 1);

/** One dispatch per line of the policy that speaks of this version, in the policy's order; the promise is how many. */
export async function dispatchByPolicy(
  sql: Sql,
  { version, approvalId }: Approved,
): Promise<number> {
  const rows = await sql`
    INSERT INTO dispatches (version_id, reason, source, audience_id, policy_line_id, approval_id, position, roles,
                            channel_rule, pointer_above, covering_note, request_kind, deadline_at, reminder_minutes,
                            priority, created_at)
    SELECT ${version.id}, 'publication', 'audience', l.audience_id, l.id, ${approvalId},
           row_number() OVER (ORDER BY l.position) - 1, l.roles,
           l.channel_rule, l.pointer_above,
           (SELECT note - 'audienceId'
            FROM versions v CROSS JOIN LATERAL jsonb_array_elements(v.content->'coveringNotes') AS note
            WHERE v.id = ${version.id} AND (note->>'audienceId')::int = l.audience_id
            LIMIT 1),
           l.request_kind, hub_now() + l.deadline_minutes * interval '1 minute', l.reminder_minutes,
           ${priorityOf(version)}, hub_now()
    FROM policy_lines l
    WHERE l.ended_at IS NULL
      AND (l.risks = '{}'   OR ${formatRisk(version)} = ANY(l.risks))
      AND (l.tlps = '{}'    OR ${version.tlp}::tlp = ANY(l.tlps))
      AND (l.changes = '{}' OR ${version.change}::change = ANY(l.changes))
    ORDER BY l.position
    RETURNING id`;
  return rows.length;
}

/** Promise 5: whoever got the version before hears this one too, after the policy's own lines at `position`. */
export async function dispatchToFollowers(
  sql: Sql,
  { version, approvalId }: Approved,
  position: number,
): Promise<void> {
  await sql`
    INSERT INTO dispatches (version_id, reason, source, approval_id, position, channel_rule, pointer_above,
                            priority, created_at)
    VALUES (${version.id}, 'publication', 'followers', ${approvalId}, ${position},
            ${isUrgent(version) ? 'every' : 'preferred'}, true, ${priorityOf(version)}, hub_now())`;
}

/** Promise 4: a correction or withdrawal goes to exactly those who got the original, by every way they have. */
export async function dispatchToRecipients(
  sql: Sql,
  { version, approvalId }: Approved,
  reason: 'correction' | 'withdrawal',
): Promise<void> {
  await sql`
    INSERT INTO dispatches (version_id, reason, source, approval_id, position, channel_rule, pointer_above,
                            priority, created_at)
    VALUES (${version.id}, ${reason}, 'recipients', ${approvalId}, 0, 'every', true,
            ${priorityOf(version)}, hub_now())`;
}
