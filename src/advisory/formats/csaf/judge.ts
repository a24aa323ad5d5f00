import { createChild } from '../../../child.ts';
import { type Finding, HubError } from '../../../errors.ts';

/** What one test of CSAF 2.0 §6, or the schema, says of a document. */
export type Verdict = {
  kind: 'schema' | 'mandatory' | 'optional' | 'informative';
  /** `6.1.2`, or `schema`. */
  test: string;
  isValid: boolean;
  findings: Finding[];
  /** Of findings in all; the list may be shorter. */
  count: number;
};

export type Judgement = {
  /** In the order of the tests. */
  verdicts: Verdict[];
  /** Whether every test was heard; those that decide always were. */
  isWhole: boolean;
};

const seconds = 120;
const megabytes = 768;

// A validator that has loaded holds some 70 MB, and loading takes half a second: it stays for a series of imports.
const ask = createChild<Verdict>(new URL('./judge-child.ts', import.meta.url), {
  seconds,
  megabytes,
  idleSeconds: 60,
});

/**
 * Has the strict schema and the tests of CSAF 2.0 §6 judge a document, except 6.3.6 and 6.3.7, which would fetch what
 * the document names, and 6.3.8, which checks spelling. Within 120 seconds and 768 MB.
 * @throws HubError too_large: the mandatory tests were not heard within that
 */
export async function judge(bytes: Uint8Array): Promise<Judgement> {
  const { replies, ending } = await ask(bytes);
  // The optional tests come last: one of them was heard only after all that decide.
  const isDecided = ending === 'done' || replies.some(({ kind }) => kind === 'optional');
  if (isDecided) return { verdicts: replies, isWhole: ending === 'done' };
  const bound = ending === 'out of time' ? `${seconds} seconds` : `${megabytes} MB of memory`;
  const message = `This document cannot be checked within ${bound}: split it, or take out what repeats.`;
  throw new HubError('too_large', message, [{ path: '', message }]);
}
