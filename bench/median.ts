/** The middle of some figures. */
export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]] as [number, number];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** What so many per cent of the figures do not exceed (nearest rank). */
export function percentile(figures: number[], percent: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] as number;
}

/** The median of the ratios run by run: what a busy moment does to one it does to the other beside it. */
export function ratioOf(figures: number[], references: number[]): number {
  return median(figures.map((figure, run) => figure / (references[run] as number)));
}
