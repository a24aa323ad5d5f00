import { HubError } from '../errors.ts';
import { checkDraft } from './check.ts';
import { contentLimit, sizeOf } from './content.ts';
import type { Language } from './language.ts';
import type { Candidate } from './rule/rule.ts';

/** @throws HubError too_large | invalid: a risk without its reason */
export function requireDraftable(candidate: Candidate, language: Language): void {
  const findings = checkDraft(candidate, language);
  if (findings.length === 0) return;
  const code = sizeOf(candidate.content) > contentLimit ? 'too_large' : 'invalid';
  throw new HubError(code, 'The draft was not stored: see what has to change.', findings);
}
