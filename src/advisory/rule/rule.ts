import type { Bilingual } from '../text.ts';
import type { Version } from '../version.ts';

/** A version as far as the rules read it. */
export type Candidate = Pick<
  Version,
  | 'ordinal'
  | 'change'
  | 'correctsVersionId'
  | 'tlp'
  | 'likelihood'
  | 'impact'
  | 'matrix'
  | 'deviation'
  | 'content'
>;

/** The published version before, if any. */
export type Before = (Candidate & { id: number }) | null;

/** Something that has to change before the version can be submitted, and where. */
export type Problem = { path: string; message: Bilingual };

/** One requirement on a version: every breach of it, none when it is met. */
export type Rule = (candidate: Candidate, before: Before) => Problem[];
