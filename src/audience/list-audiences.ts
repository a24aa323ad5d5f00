import type { Sql } from '../database/connect.ts';
import type { Audience } from './audience.ts';
import { countMembers } from './audience-members.ts';

/** An audience in a list: how many are in it now, and which lines of the policy name it. */
export type ListedAudience = Audience & { members: number; policyPositions: number[] };

/** Every audience that was not removed, by name. There are tens of them, so each is counted by itself. */
export async function listAudiences(sql: Sql): Promise<ListedAudience[]> {
  const audiences = await sql<(Audience & { policyPositions: number[] })[]>`
    SELECT u.*, u.xmin::text AS revision,
           ARRAY(SELECT position FROM policy_lines
                 WHERE audience_id = u.id AND ended_at IS NULL ORDER BY position) AS policy_positions
    FROM audiences u
    WHERE u.removed_at IS NULL
    ORDER BY lower(u.name), u.id`;
  const counted: ListedAudience[] = [];
  for (const audience of audiences)
    counted.push({ ...audience, members: await countMembers(sql, audience.selection) });
  return counted;
}
