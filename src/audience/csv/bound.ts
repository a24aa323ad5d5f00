/** What one file may hold; whoever has more splits it. */
export const bound = {
  /** In bytes. */
  file: 20_000_000,
  /** In rows, the header not counted. */
  rows: 100_000,
  /** In characters, of one record or of the header. */
  record: 20_000,
  /** Bad cells that are shown; all are counted. */
  findings: 100,
  /** Rows that are shown of each action. */
  examples: 20,
} as const;
