/** One line of the table: what was measured, beside what, and what section 10 of the design asks. */
export type Row = {
  name: string;
  unit: string;
  /** The median; null where it was not measured. */
  value: number | null;
  /** The median of what it is held against, in the same run. */
  reference: number | null;
  /** The median of the runs' own ratios. */
  ratio: number | null;
  /** In words: `≥ 0.5 × smtp-source`. */
  target: string;
  met: boolean | null;
  /** Why it was not measured, or what else to know. */
  note?: string;
  /** Added by the bench itself: the command, and the day. */
  measured?: { command: string; on: string };
};

/** A row that says why it has no figure. */
export function notMeasured(name: string, unit: string, target: string, why: string): Row {
  const nothing = { value: null, reference: null, ratio: null, met: null };
  return { name, unit, ...nothing, target, note: `not measured: ${why}` };
}
