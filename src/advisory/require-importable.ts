import { HubError } from '../errors.ts';
import type { CsafDocument } from './formats/csaf/document.ts';
import { compareNumbers, schemeOf } from './formats/csaf/number.ts';
import { type Issue, writeTracking } from './formats/csaf/write-tracking.ts';
import { digestOf, type EarlierImport } from './imported-document.ts';
import { formatOrdinal } from './ordinal.ts';
import { trackingIdSyntax } from './tracking-id.ts';

/** They stand in an index and in addresses. */
const printable = /^[\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const longest = 500;

/**
 * Lets a document through that did not come in before; the same number again is another document only where the
 * first one was not final.
 * @throws HubError conflict
 */
export function requireNewDocument(document: CsafDocument, earlier: EarlierImport[]): void {
  const digest = digestOf(document);
  const { id, version } = document.document.tracking;
  const same = earlier.find(
    (each) =>
      each.digest === digest ||
      (each.trackingVersion === version && each.trackingStatus === 'final'),
  );
  if (!same) return;
  throw new HubError(
    'conflict',
    `Version ${version} of ${id} was imported before: it is ${same.advisoryTrackingId} [${formatOrdinal(same.ordinal)}].`,
  );
}

/**
 * Lets a document through whose publisher and tracking id the hub can keep; one of our own names an advisory.
 * @throws HubError invalid
 */
export function requireFitName({ document }: CsafDocument, isOwn: boolean): void {
  const fits = (text: string) => text.length <= longest && printable.test(text);
  const findings = [
    ...(fits(document.publisher.namespace) ? [] : ['/document/publisher/namespace']),
    ...(fits(document.tracking.id) ? [] : ['/document/tracking/id']),
  ].map((path) => ({ path, message: `At most ${longest} printable characters can be kept here.` }));
  if (findings.length === 0 && isOwn && !trackingIdSyntax.test(document.tracking.id)) {
    const message =
      'A tracking id of ours is 2 to 64 letters, digits, dots, hyphens and underscores: it stands in addresses and mail.';
    findings.push({ path: '/document/tracking/id', message });
  }
  if (findings.length === 0) return;
  throw new HubError('invalid', 'This document cannot be kept under its name.', findings);
}

/**
 * Lets a document of our own through that follows what its advisory has come to, numbered in the same way. A document
 * that was a draft or interim may come again, finished, under the number that it had.
 * @throws HubError conflict
 */
export function requireNextNumber({ document }: CsafDocument, issues: Issue[]): void {
  const newest = issues.at(-1);
  if (!newest) return;
  const { id, version: number } = document.tracking;
  const current = writeTracking(issues, 'en').version;
  if (schemeOf(current) !== schemeOf(number)) {
    throw new HubError(
      'conflict',
      `${id} numbers its documents like ${current}, this one is ${number}: an advisory keeps to one way.`,
    );
  }
  const order = compareNumbers(number, current);
  const wasOpen = newest.tracking !== null && newest.tracking.status !== 'final';
  if (order > 0 || (order === 0 && wasOpen)) return;
  throw new HubError(
    'conflict',
    order === 0
      ? `Version ${number} of ${id} was published already: what changed since has a new number.`
      : `${id} has come to ${current}: version ${number} is older.`,
  );
}
