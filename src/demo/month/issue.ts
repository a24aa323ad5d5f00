import type { Change } from '../../advisory/change.ts';
import type { Content } from '../../advisory/content.ts';
import type { Matrix } from '../../advisory/matrix.ts';
import type { Risk } from '../../advisory/risk.ts';

/** One version of the month's advisory, as its author wrote it. */
export type Issue = Risk & {
  /** `1.03` */
  version: string;
  change: Change;
  matrix: Matrix;
  texts: Content['texts'];
  products: Content['products'];
  references: Content['references'];
};
