import type { Choice, ResponseStatus } from './choice.ts';

/**
 * What an answer to a request says about the advisory itself: who responds has certainly read it. Null where the
 * person's own words stand already; `call us` stands until it is taken back in as many words.
 */
export function impliedChoice(status: ResponseStatus, standing: Choice | null): Choice | null {
  if (status !== 'not affected') return standing === null ? 'acting' : null;
  return standing === 'call us' || standing === 'does not apply' ? null : 'does not apply';
}
