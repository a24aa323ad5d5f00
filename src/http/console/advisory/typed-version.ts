import type { Typed } from '../../../../templates/console/filled.ts';
import { matrixSchema, scoreRisk } from '../../../advisory/matrix.ts';
import type { Level } from '../../../advisory/risk.ts';
import type { Version } from '../../../advisory/version.ts';
import { flatten } from '../flatten.ts';

type Stored = Pick<
  Version,
  'content' | 'tlp' | 'likelihood' | 'impact' | 'matrix' | 'deviation' | 'change'
>;

/** A stored version as the fields of the form in which it is edited. */
export function typedVersion(version: Stored & { revision?: number }): Typed {
  const { content, likelihood, impact, matrix, deviation, tlp, change, revision } = version;
  return flatten({
    content: { ...content, cves: content.cves.join('\n'), cwes: content.cwes.join('\n') },
    matrix,
    ...chosen({ likelihood, impact }, matrix),
    deviation,
    tlp,
    change,
    revision,
  });
}

/** A level that is what the matrix comes to was not chosen: it follows the answers. */
function chosen(risk: { likelihood: Level; impact: Level }, matrix: unknown) {
  const read = matrixSchema.safeParse(matrix);
  if (!read.success) return risk;
  const outcome = scoreRisk(read.data);
  return {
    likelihood: outcome.likelihood === risk.likelihood ? '' : risk.likelihood,
    impact: outcome.impact === risk.impact ? '' : risk.impact,
  };
}
