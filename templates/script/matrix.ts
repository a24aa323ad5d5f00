import {
  impactQuestions,
  likelihoodQuestions,
  type Question,
} from '../../src/advisory/question.ts';

const pointsOf = (questions: readonly Question[]) =>
  Object.fromEntries(
    questions.map(({ key, answers }) => [
      key,
      Object.fromEntries(answers.map((answer) => [answer.key, answer.points])),
    ]),
  );
const points = JSON.stringify({
  likelihood: pointsOf(likelihoodQuestions),
  impact: pointsOf(impactQuestions),
});

/**
 * Shows what the answers to the risk matrix come to while they are given. The server computes it again: this is for
 * the eye. The page's `output` holds the words, as data, in the reader's language.
 */
export const matrixScript = `
'use strict';
(() => {
  const points = ${points};
  const output = document.querySelector('[data-matrix-outcome]');
  if (!output) return;
  const words = JSON.parse(output.dataset.matrixOutcome);
  const given = (part) => Object.entries(points[part]).map(([key, answers]) => {
    const chosen = document.querySelector('[name="matrix.' + part + '.' + key + '"]:checked');
    return chosen ? answers[chosen.value] : undefined;
  });
  const likelihoodOf = (sum) => (sum >= 28 ? 'high' : sum >= 19 ? 'medium' : 'low');
  const impactOf = (gravest) => ['low', 'medium', 'high'][gravest];
  const letter = (level) => level[0].toUpperCase();
  const show = () => {
    const likelihood = given('likelihood');
    const impact = given('impact');
    const open = [...likelihood, ...impact].filter((each) => each === undefined).length;
    if (open > 0) {
      output.textContent = words.open.replace('{n}', open);
      return;
    }
    const sum = likelihood.reduce((total, each) => total + each, 0);
    const risk = letter(likelihoodOf(sum)) + '/' + letter(impactOf(Math.max(...impact)));
    output.textContent = words.outcome.replace('{risk}', risk).replace('{sum}', sum)
      + (risk === 'H/H' ? ' ' + words.urgent : '');
  };
  document.addEventListener('change', (event) => {
    if (event.target.name && event.target.name.startsWith('matrix.')) show();
  });
  show();
})();
`.trimStart();
