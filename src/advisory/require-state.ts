import { HubError } from '../errors.ts';
import type { State } from './state.ts';

/** What can be done with something in this state. */
const next: Record<State, string> = {
  draft: 'It is a draft: submit it first.',
  'in review': 'It is in review: approve it, or send it back to change it.',
  approved: 'It is approved: publish it, or send it back to change it.',
  published: 'It is published and never changes: correct it, or withdraw it.',
};

/**
 * Lets through what is in one of these states.
 * @throws HubError conflict, saying what can be done instead
 */
export function requireState(name: string, state: State, anyOf: readonly State[]): void {
  if (anyOf.includes(state)) return;
  throw new HubError('conflict', `This cannot be done with ${name} now. ${next[state]}`);
}

/**
 * Lets through who saw the newest revision of a draft; `seen` undefined is whoever does not say.
 * @throws HubError conflict
 */
export function requireRevision(name: string, current: number, seen: number | undefined): void {
  if (seen === undefined || seen === current) return;
  throw new HubError(
    'conflict',
    `${name} was edited since: this is revision ${seen}, it is at ${current}. Load it again and redo your change.`,
  );
}
