/** Where one captured message stands in the file of all mail, and for whom it came. */
export type Entry = { to: string; offset: number; length: number };
