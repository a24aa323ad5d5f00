import type { Need } from '../../../../templates/console/home/need.ts';
import { findNewestHeads } from '../../../audit/keep-head.ts';
import type { Hub } from '../../../hub.ts';

/** How far the audit trail is chained and signed; its own page verifies it. */
export async function findTrail({ sql }: Hub): Promise<Need[]> {
  const [[last], [chain]] = await Promise.all([
    findNewestHeads(sql),
    sql<[{ entries: number }]>`SELECT coalesce(max(position), 0) AS entries FROM audit_entries`,
  ]);
  if (chain.entries === 0) return [];
  return [{ kind: 'trail', entries: chain.entries, at: last?.at ?? null }];
}
