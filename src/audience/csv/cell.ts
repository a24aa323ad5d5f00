/** What a spreadsheet would calculate (CWE-1236), its full-width twins included; apostrophes before it are ours. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/** A value as it is safe in a spreadsheet: an apostrophe before what would be a formula, or looks as if it had one. */
export function protect(value: string): string {
  return formula.test(value) ? `'${value}` : value;
}

/** Undoes `protect`; text that nobody protected stays as it is. */
export function unprotect(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
