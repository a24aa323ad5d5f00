import { stringify } from 'csv-stringify/sync';
import type { Listed } from './list-documents.ts';

/** CSAF 2.0 §7.1.12: the path of every document, a line each. */
export function writeIndex(listed: Listed[]): string {
  return listed.map(({ path }) => `${path}\n`).join('');
}

/** CSAF 2.0 §7.1.13: path and current release date of every document, quoted, the newest first. */
export function writeChanges(listed: Listed[]): string {
  const rows = listed.map(({ path, currentRelease }) => [path, currentRelease]);
  return stringify(rows, { quoted: true, record_delimiter: 'unix' });
}

/** When anything in the list last changed; without anything undefined. */
export function newestOf([newest]: Listed[]): Date | undefined {
  return newest && new Date(newest.currentRelease);
}
