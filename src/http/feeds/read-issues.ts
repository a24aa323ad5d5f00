import { findPublishedAdvisory, type PublishedVersion } from '../../advisory/published.ts';
import type { Sql } from '../../database/connect.ts';
import { listAdvisories } from '../public/list-advisories.ts';
import { listNewestNotices } from '../public/list-notices.ts';
import { type Filter, isWanted } from './filter.ts';
import { type Issue, issuesOf, newestIssues } from './issue.ts';

const mostIssues = 100;

/** The newest hundred issues are among those of the hundred advisories with the latest versions, and a hundred notices. */
export async function readIssues(sql: Sql, filter: Filter): Promise<Issue[]> {
  const { advisories } = await listAdvisories(sql, { limit: mostIssues, offset: 0, filter });
  const found = await Promise.all(
    advisories.map(({ trackingId }) => findPublishedAdvisory(sql, trackingId, 'CLEAR')),
  );
  const issues: Issue[] = found.flatMap(({ versions }) => {
    const first = firstWanted(versions, filter);
    return issuesOf(versions).filter(({ version }) => version.ordinal >= first);
  });
  const notices = await listNewestNotices(sql, { limit: mostIssues, filter });
  for (const { trackingId, ...notice } of notices)
    issues.push({ kind: 'notice', at: notice.publishedAt, trackingId, notice });
  return newestIssues(issues, mostIssues);
}

/**
 * From here on a filtered feed tells everything of an advisory: who read of it must also read that it is less urgent
 * now, of other products, or corrected.
 */
function firstWanted(versions: PublishedVersion[], filter: Filter): number {
  const wanted = versions.filter((version) => isWanted(version, filter));
  return Math.min(...wanted.map(({ ordinal }) => ordinal));
}
