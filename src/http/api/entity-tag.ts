import { createHash } from 'node:crypto';
import { HubError } from '../../errors.ts';
import { isTagOf } from '../public/encoding.ts';

/** The ETag of a representation, given as JSON (RFC 9110 §8.8.3): another one as soon as anything in it is another. */
export function tagOf(json: string): string {
  const hash = createHash('sha256').update(json).digest('base64url');
  return `"${hash.slice(0, 22)}"`;
}

/** Whether the reader has this already (RFC 9110 §13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  return namesOf(ifNoneMatch).some((name) => name === '*' || isTagOf(name, tag));
}

/**
 * Lets through who saw what is about to be changed as it stands (RFC 9110 §13.1.1).
 * @throws HubError precondition_required | precondition_failed
 */
export function requireMatch(ifMatch: string | undefined, representation: unknown): void {
  if (ifMatch === undefined)
    throw new HubError(
      'precondition_required',
      'Send the ETag of what you saw as If-Match, so that nobody’s change is lost.',
    );
  const tag = tagOf(JSON.stringify(representation));
  // A weak tag never matches here: it does not say that nothing changed. The tag of any encoding does.
  const names = ifMatch.split(',').map((name) => name.trim());
  if (names.some((name) => name === '*' || isTagOf(name, tag))) return;
  throw new HubError(
    'precondition_failed',
    'It was changed since you saw it: load it again and redo your change.',
  );
}

const namesOf = (header = '') => header.split(',').map((name) => name.trim().replace(/^W\//, ''));
