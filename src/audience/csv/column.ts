import type { Tlp } from '../../advisory/tlp.ts';

/** One column of a file. Its header is stable: other people's programs write it. */
export type Column = {
  header: string;
  /** The field of the sheet's schema that it fills. */
  field: string;
  meaning: string;
  /** Finishes the sentence "must be …". */
  mustBe: string;
  /** It stands in every file, and no cell of it is empty. */
  required?: true;
  /** Too long to be read in a preview: examples leave it out. */
  bulky?: true;
  /** It says which row is meant and is not compared: the contact of an address. */
  identity?: true;
  /** From a trimmed, non-empty cell to what the schema takes; the cell itself where that is text. */
  read?: (cell: string) => unknown;
  show?: (value: never) => string;
};

const words: Record<string, boolean> = { yes: true, ja: true, true: true, 1: true };
const refusals: Record<string, boolean> = { no: false, nee: false, false: false, 0: false };

/** `yes` or `no`, in either language and as spreadsheets write it; anything else stays text, for the schema to refuse. */
export const readYesNo = (cell: string) => ({ ...words, ...refusals })[cell.toLowerCase()] ?? cell;
export const showYesNo = (value: boolean) => (value ? 'yes' : 'no');
export const readNumber = (cell: string) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell);
export const readWord = (cell: string) => cell.toLowerCase();
/** `TLP:AMBER`, `amber`: the label alone. */
export const readTlp = (cell: string) => cell.toUpperCase().replace(/^TLP:\s*/, '') as Tlp;

export const yesNo = { mustBe: 'yes or no', read: readYesNo, show: showYesNo } as const;
