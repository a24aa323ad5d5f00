/**
 * What kind of change a version is, against the version before; the policy's third key.
 * `first`: nothing came before · `raised`: the risk went up · `content`: facts or advice changed ·
 * `editorial`: wording alone · `correction`: a mistake in the version before · `withdrawal`: the advice no longer stands.
 */
export const changes = [
  'first',
  'raised',
  'content',
  'editorial',
  'correction',
  'withdrawal',
] as const;
export type Change = (typeof changes)[number];
