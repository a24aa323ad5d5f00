import type { PublishedNotice } from '../../advisory/notice.ts';
import type { PublishedVersion } from '../../advisory/published.ts';
import { newest } from '../public/newest.ts';
import { noticeChangedAt } from '../public/notice-changed.ts';

/** A version came out, or was withdrawn. */
export type VersionIssue = {
  kind: 'published' | 'withdrawn';
  at: Date;
  version: PublishedVersion;
  /** The version before it that the public may see. */
  before: PublishedVersion | undefined;
};

/** A notice that the public may see, about an advisory or about none. */
export type NoticeIssue = {
  kind: 'notice';
  at: Date;
  trackingId: string | null;
  notice: PublishedNotice;
};

/** Something that a feed tells once. */
export type Issue = VersionIssue | NoticeIssue;

/** Everything that the versions of one advisory, the newest first, have to tell. */
export function issuesOf(versions: PublishedVersion[]): VersionIssue[] {
  return versions.flatMap((version, index) => {
    const before = versions[index + 1];
    const published = { kind: 'published' as const, at: version.publishedAt, version, before };
    if (!version.withdrawnAt) return [published];
    return [published, { kind: 'withdrawn', at: version.withdrawnAt, version, before }];
  });
}

/** The newest issues of all; what is of the same moment stands in order of name, so that every process lists alike. */
export function newestIssues(issues: Issue[], most: number): Issue[] {
  return issues.toSorted((a, b) => b.at.getTime() - a.at.getTime() || order(b, a)).slice(0, most);
}

function order(a: Issue, b: Issue): number {
  const [x, y] = [placeOf(a), placeOf(b)];
  return (
    x.trackingId.localeCompare(y.trackingId) || x.number - y.number || x.kind.localeCompare(y.kind)
  );
}

function placeOf(issue: Issue) {
  const { kind } = issue;
  if (kind === 'notice')
    return { kind, trackingId: issue.trackingId ?? '', number: issue.notice.id };
  return { kind, trackingId: issue.version.trackingId, number: issue.version.ordinal };
}

/** When an issue was last added to, which is not news. */
export const changedAt = (issue: Issue): Date =>
  (issue.kind === 'notice' && noticeChangedAt(issue.notice)) || issue.at;

/** When the feed last changed; one that never held anything says so by the beginning of time. */
export const newestOf = (issues: Issue[]): Date => newest(issues.map(changedAt)) ?? new Date(0);
