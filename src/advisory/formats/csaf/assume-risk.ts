import type { Level, Risk } from '../../risk.ts';
import { scoreCvss } from './cvss-score.ts';
import type { CsafDocument } from './document.ts';

const wording: [RegExp, Level][] = [
  [/critical|high|important|severe|kritiek|hoog/i, 'high'],
  [/medium|moderate|gemiddeld|middel/i, 'medium'],
  [/low|minor|informational|laag/i, 'low'],
];

/**
 * A risk to begin with, until the matrix is answered: the impact by the highest score, else by what the document calls
 * its severity; of the likelihood a document says nothing.
 */
export function assumeRisk(document: CsafDocument): Risk {
  return { likelihood: 'medium', impact: byScore(document) ?? bySeverity(document) ?? 'medium' };
}

function byScore({ vulnerabilities = [] }: CsafDocument): Level | null {
  const scores = vulnerabilities.flatMap(({ scores = [] }) => scores);
  const bases = scores
    .flatMap(({ cvss_v3, cvss_v2 }) => [cvss_v3, cvss_v2])
    .flatMap((each) => (each ? (scoreCvss(each.vectorString)?.base ?? each.baseScore) : []));
  if (bases.length === 0) return null;
  const highest = bases.reduce((a, b) => Math.max(a, b));
  if (highest >= 7) return 'high';
  return highest >= 4 ? 'medium' : 'low';
}

function bySeverity({ document }: CsafDocument): Level | null {
  const text = document.aggregate_severity?.text ?? '';
  return wording.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
