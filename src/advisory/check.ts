import type { Finding } from '../errors.ts';
import type { Language } from './language.ts';
import {
  correctionOfTheOneBefore,
  editorialIsWording,
  firstOnce,
  raisedWhenRaised,
} from './rule/change.ts';
import { identifiers } from './rule/identifier.ts';
import { bothLanguages } from './rule/languages.ts';
import { length } from './rule/length.ts';
import { noNarrowerMarking } from './rule/marking.ts';
import { productOrExplanation } from './rule/product.ts';
import { deviation, scored } from './rule/risk.ts';
import type { Before, Candidate, Rule } from './rule/rule.ts';
import { scores } from './rule/score.ts';

/** What even a draft is held to. */
const draftRules: readonly Rule[] = [length, deviation];

const rules: readonly Rule[] = [
  ...draftRules,
  scored,
  bothLanguages,
  productOrExplanation,
  identifiers,
  scores,
  noNarrowerMarking,
  firstOnce,
  raisedWhenRaised,
  editorialIsWording,
  correctionOfTheOneBefore,
];

function apply(applied: readonly Rule[], candidate: Candidate, before: Before) {
  return applied.flatMap((rule) => rule(candidate, before));
}

/**
 * Everything that has to change before a version can be submitted, each finding with its path;
 * `before` is the published version that it follows.
 */
export function check(candidate: Candidate, before: Before, language: Language): Finding[] {
  const problems = apply(rules, candidate, before);
  return problems.map(({ path, message }) => ({ path, message: message[language] }));
}

/** What keeps even a draft from being stored: its size, and a risk that the matrix does not bear out. */
export function checkDraft(candidate: Candidate, language: Language): Finding[] {
  const problems = apply(draftRules, candidate, null);
  return problems.map(({ path, message }) => ({ path, message: message[language] }));
}
