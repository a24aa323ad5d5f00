import type { Language } from '../../language.ts';
import { formatRisk } from '../../risk.ts';
import { isWithin } from '../../tlp.ts';
import type { Version } from '../../version.ts';
import type { Revision, Tracking } from './document.ts';
import { isForDrafts, isNumber, nextNumber, schemeOf, withdrawalNumber } from './number.ts';
import { revisionWords } from './revision-words.ts';

/** A version of an advisory; with the tracking of the document of our own that it was imported from, if it was. */
export type Issue = { version: Version; tracking: Tracking | null };

type Entry = Revision & { isHidden: boolean };
/** How far the history is written, and the number that it has come to. */
type Course = { entries: Entry[]; number: string | null };

/**
 * The tracking of the last of these issues (all of one advisory, in order): its number and the history up to it, a
 * withdrawal as a revision of its own. An imported one keeps its number and history word for word. A version that the
 * readers of this one may not see leaves no row, unless whole numbers would show the gap: then no date of its own.
 */
export function writeTracking(issues: Issue[], language: Language): Tracking {
  const last = issues.at(-1) as Issue;
  const { version } = last;
  const isHidden = (issue: Issue) => !isWithin(issue.version.tlp, version.tlp);
  const { entries, number } = issues.reduce<Course>(
    (course, issue, index) => {
      const writer = { language, isHidden: isHidden(issue) };
      return enterWithdrawal(enter(course, issue, writer), issue, issues[index + 1], writer);
    },
    { entries: [], number: null },
  );
  const origin = issues.findLast((issue) => issue.tracking && !isHidden(issue))?.tracking;
  const status = statusOf(last);
  const history = conceal(entries, language).filter(
    (revision) => last.tracking || status !== 'final' || !isForDrafts(revision.number),
  );
  return {
    ...origin,
    id: version.trackingId,
    version: number ?? '',
    status,
    initial_release_date: origin?.initial_release_date ?? oldestDate(history),
    current_release_date: latest(version.publishedAt?.toISOString(), newestDate(history)),
    revision_history: history,
  };
}

type Writer = { language: Language; isHidden: boolean };

function enter({ entries, number }: Course, issue: Issue, { language, isHidden }: Writer): Course {
  const { version, tracking } = issue;
  if (tracking) {
    const history = tracking.revision_history.map((revision) => ({ ...revision, isHidden }));
    return { entries: history, number: tracking.version };
  }
  const given = version.importedVersion ?? '';
  const next = isNumber(given) ? given : nextNumber(number, version.ordinal);
  const at = (version.publishedAt ?? version.createdAt).toISOString();
  const summary = `${revisionWords[language][version.change]} (${formatRisk(version)})`;
  const entry = { date: latest(at, newestDate(entries)), number: next, summary, isHidden };
  return { entries: [...entries, entry], number: next };
}

/** A withdrawal is a revision where the version was then the newest of its advisory, or is the one that is written. */
function enterWithdrawal(
  course: Course,
  { version }: Issue,
  next: Issue | undefined,
  { language, isHidden }: Writer,
): Course {
  const at = version.withdrawnAt;
  const following = next?.version.publishedAt;
  if (!at || (following && following < at)) return course;
  const number = withdrawalNumber(course.number ?? '');
  const date = latest(at.toISOString(), newestDate(course.entries));
  const entry = { date, number, summary: revisionWords[language].withdrawal, isHidden };
  return { entries: [...course.entries, entry], number };
}

/** CSAF 2.0 §6.1.21 wants every whole number: a hidden one then takes the date of what follows, and no words. */
function conceal(entries: Entry[], language: Language): Revision[] {
  const isCounted = entries.some(({ number }) => schemeOf(number) === 'integer');
  const shown = isCounted ? entries : entries.filter(({ isHidden }) => !isHidden);
  return shown.map(({ isHidden, ...revision }, index) => {
    if (!isHidden) return revision;
    const following = shown.slice(index).find((entry) => !entry.isHidden);
    const { hidden: summary } = revisionWords[language];
    return { number: revision.number, date: following?.date ?? revision.date, summary };
  });
}

/** What was written here is final once it is published; what came in keeps what it says of itself. */
function statusOf({ version, tracking }: Issue): Tracking['status'] {
  if (version.withdrawnAt) return 'final';
  if (tracking) return tracking.status;
  return version.state === 'published' ? 'final' : 'draft';
}

function newestDate(history: Revision[]): string | undefined {
  const dates = history.map(({ date }) => date);
  return dates.reduce<string | undefined>((one, other) => latest(one, other), undefined);
}

function oldestDate(history: Revision[]): string {
  return history.map(({ date }) => date).reduce((a, b) => (Date.parse(a) > Date.parse(b) ? b : a));
}

/** The later of two moments, as it was written. */
function latest(one: string | undefined, other: string | undefined): string {
  if (one === undefined || other === undefined) return one ?? other ?? '';
  return Date.parse(one) > Date.parse(other) ? one : other;
}
