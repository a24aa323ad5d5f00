/** What can be exchanged as CSV: one file format each; the column documents stand in `<noun>/sheet.ts`. */
export const csvKinds = [
  'organisations',
  'contacts',
  'addresses',
  'encryption-keys',
  'software-uses',
] as const;
export type CsvKind = (typeof csvKinds)[number];
