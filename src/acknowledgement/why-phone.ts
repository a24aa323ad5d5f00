import type { Cell } from './cell.ts';

/**
 * Why an organisation is phoned, the loudest first.
 * `unreached`: nobody of it got the newest version, and no mail is on its way ·
 * `contact unreached`: one of its people lost every address, and nobody has answered ·
 * `call us`: it asked for a call · `silent`: a deadline passed without an answer.
 */
export const phoneReasons = ['unreached', 'contact unreached', 'call us', 'silent'] as const;
export type PhoneReason = (typeof phoneReasons)[number];

/** Reads an organisation's row, oldest version first; `lostContact` is whether one of its people lost every address. */
export function whyPhone(cells: (Cell | null)[], lostContact: boolean): PhoneReason | null {
  const newest = newestOf(cells);
  if (!newest) return null;
  if (newest.state === 'unreached') return 'unreached';
  if (newest.choice === null && lostContact) return 'contact unreached';
  if (cells.some((cell) => cell?.choice === 'call us')) return 'call us';
  return cells.some((cell) => cell?.overdue) ? 'silent' : null;
}

/** How it stands to the newest version that was meant for it. */
export const newestOf = (cells: (Cell | null)[]) => cells.findLast((cell) => cell !== null) ?? null;
