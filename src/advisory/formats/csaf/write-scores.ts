import type { Content } from '../../content.ts';
import { scoreCvss } from './cvss-score.ts';
import type { Score } from './document.ts';

/**
 * The scores of one vulnerability for the products that it affects: the newest CVSS 3 and the CVSS 2 vector, one of
 * each at most (CSAF 2.0 §6.1.7). CVSS 4.0 has no place in CSAF 2.0.
 */
export function writeScores(cvss: Content['cvss'], products: string[]): Score[] {
  if (products.length === 0) return [];
  const scored = cvss.flatMap(({ vector }) => {
    const score = scoreCvss(vector);
    return score ? [{ ...score, vector }] : [];
  });
  const newest = scored.toSorted((a, b) => b.version.localeCompare(a.version));
  const three = newest.find(({ version }) => version !== '2.0');
  const two = newest.find(({ version }) => version === '2.0');
  if (!three && !two) return [];
  return [
    {
      products,
      ...(two && {
        cvss_v2: { version: two.version, vectorString: two.vector, baseScore: two.base },
      }),
      ...(three && {
        cvss_v3: {
          version: three.version,
          vectorString: three.vector,
          baseScore: three.base,
          baseSeverity: three.severity,
        },
      }),
    },
  ];
}
