import { matrixSchema, scoreRisk } from '../matrix.ts';
import { formatRisk } from '../risk.ts';
import type { Candidate, Problem, Rule } from './rule.ts';

/** A risk other than the matrix comes to has a written reason. Drafts are held to this too. */
export const deviation: Rule = (candidate) => {
  if (candidate.deviation?.trim() || candidate.matrix == null) return [];
  const matrix = matrixSchema.safeParse(candidate.matrix);
  if (!matrix.success) return [unreadable];
  const outcome = scoreRisk(matrix.data);
  if (formatRisk(outcome) === formatRisk(candidate)) return [];
  return [unreasoned(candidate, formatRisk(outcome))];
};

/** A submitted risk rests on the matrix, or on a written reason. */
export const scored: Rule = (candidate) => {
  if (candidate.matrix != null || candidate.deviation?.trim()) return [];
  return [
    {
      path: 'matrix',
      message: {
        nl: 'Beantwoord de vragen van de risicomatrix, of schrijf bij de afwijking waarom dat niet kan.',
        en: 'Answer the questions of the risk matrix, or write under deviation why that cannot be done.',
      },
    },
  ];
};

const unreadable: Problem = {
  path: 'matrix',
  message: {
    nl: 'De antwoorden passen niet bij de vragen van de risicomatrix; beantwoord ze opnieuw.',
    en: 'The answers do not fit the questions of the risk matrix; answer them again.',
  },
};

function unreasoned(candidate: Candidate, outcome: string): Problem {
  const risk = formatRisk(candidate);
  return {
    path: 'deviation',
    message: {
      nl: `De matrix komt uit op ${outcome}; schrijf op waarom het risico ${risk} is, of neem ${outcome} over.`,
      en: `The matrix comes to ${outcome}; write down why the risk is ${risk}, or take ${outcome} over.`,
    },
  };
}
