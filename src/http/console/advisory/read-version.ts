import { z } from 'zod';
import { editWords } from '../../../../templates/console/advisory/edit/words.ts';
import type { Typed } from '../../../../templates/console/filled.ts';
import { changes } from '../../../advisory/change.ts';
import { contentSchema } from '../../../advisory/content.ts';
import type { Language } from '../../../advisory/language.ts';
import { matrixSchema, scoreRisk } from '../../../advisory/matrix.ts';
import { type Level, levels, type Risk } from '../../../advisory/risk.ts';
import { prose } from '../../../advisory/text.ts';
import { tlps } from '../../../advisory/tlp.ts';
import { trackingIdSyntax } from '../../../advisory/tracking-id.ts';
import { type Finding, HubError } from '../../../errors.ts';
import { findingWords } from '../finding-words.ts';
import { findingsOf } from '../findings-of.ts';
import { nest } from '../nest.ts';
import { toContent, toMatrix } from './to-content.ts';

const level = z.enum([...levels, '']).default('');
const schema = z.object({
  content: z.preprocess(toContent, contentSchema),
  matrix: z.preprocess(toMatrix, matrixSchema.nullable()),
  likelihood: level,
  impact: level,
  deviation: prose(5000).default(''),
  tlp: z.enum(tlps),
  change: z.enum(changes),
});

/** Everything that a form says of a version. A correction corrects the one before: the form asks nothing more. */
export type ReadVersion = Omit<z.output<typeof schema>, 'likelihood' | 'impact'> &
  Risk & { correctsVersionId: number | null };

/**
 * Reads the form in which a version is written; levels that were not chosen are what the matrix comes to.
 * @throws HubError invalid, every finding at its field
 */
export function readVersion(
  typed: Typed,
  language: Language,
  before: { id: number } | null,
): ReadVersion {
  const read = schema.safeParse(nest(typed), { error: findingWords(language) });
  const wrong = [
    ...checkTrackingId(typed, language),
    ...(read.error ? findingsOf(read.error) : []),
    ...checkLevels(typed, language),
  ];
  if (!read.success || wrong.length > 0) throw new HubError('invalid', '', wrong);
  const { likelihood, impact, ...version } = read.data;
  const outcome = version.matrix && scoreRisk(version.matrix);
  return {
    ...version,
    ...levelsOf({ likelihood, impact }, outcome),
    correctsVersionId: version.change === 'correction' ? (before?.id ?? null) : null,
  };
}

type Chosen = { likelihood: Level | ''; impact: Level | '' };

/** @throws HubError invalid: a level that is neither chosen nor follows from the matrix */
function levelsOf(chosen: Chosen, outcome: Risk | null): Risk {
  const likelihood = chosen.likelihood || outcome?.likelihood;
  const impact = chosen.impact || outcome?.impact;
  if (likelihood && impact) return { likelihood, impact };
  throw new HubError('invalid', 'Answer the questions of the matrix, or choose both levels.');
}

/** Without a single answer to the matrix there is no outcome that a level could follow. */
function checkLevels(typed: Typed, language: Language): Finding[] {
  const isAnswered = Object.keys(typed).some((name) => name.startsWith('matrix.'));
  if (isAnswered) return [];
  const message = editWords[language].scoreFirst;
  const open = (['likelihood', 'impact'] as const).filter((path) => !typed[path]?.[0]);
  return open.map((path) => ({ path, message }));
}

/** The first version of an advisory may be given its tracking id. */
function checkTrackingId({ trackingId }: Typed, language: Language): Finding[] {
  const given = trackingId?.[0]?.trim();
  if (!given || trackingIdSyntax.test(given)) return [];
  return [{ path: 'trackingId', message: editWords[language].trackingSyntax }];
}
