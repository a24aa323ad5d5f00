import type { PublishedVersion } from '../../advisory/published.ts';

/** Something that a feed tells once: a version came out, or was withdrawn. */
export type Issue = {
  kind: 'published' | 'withdrawn';
  at: Date;
  version: PublishedVersion;
  /** The version before it that the public may see. */
  before: PublishedVersion | undefined;
};

/** Everything that the versions of one advisory, the newest first, have to tell. */
export function issuesOf(versions: PublishedVersion[]): Issue[] {
  return versions.flatMap((version, index) => {
    const before = versions[index + 1];
    const published: Issue = { kind: 'published', at: version.publishedAt, version, before };
    if (!version.withdrawnAt) return [published];
    return [published, { kind: 'withdrawn', at: version.withdrawnAt, version, before }];
  });
}

/** The newest issues of all; what is of the same moment stands in order of name, so that every process lists alike. */
export function newestIssues(issues: Issue[], most: number): Issue[] {
  return issues.toSorted((a, b) => b.at.getTime() - a.at.getTime() || order(b, a)).slice(0, most);
}

function order({ version: a, kind: x }: Issue, { version: b, kind: y }: Issue): number {
  return a.trackingId.localeCompare(b.trackingId) || a.ordinal - b.ordinal || x.localeCompare(y);
}

/** When the feed last changed; one that never held anything says so by the beginning of time. */
export function newestOf(issues: Issue[]): Date {
  return issues[0]?.at ?? new Date(0);
}
