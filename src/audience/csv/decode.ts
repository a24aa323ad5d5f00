import { z } from 'zod';
import { HubError } from '../../errors.ts';
import { bound } from './bound.ts';

/** A file as it is handed over: its bytes, or text that somebody decoded. */
export const csvSchema = z.union([
  z.string(),
  z.custom<Uint8Array>((value) => value instanceof Uint8Array),
]);

/**
 * The text of an uploaded file, without byte order mark; its lines end in LF or CRLF.
 * @throws HubError too_large; invalid where it is not UTF-8 text
 */
export function decode(csv: Uint8Array | string): string {
  const size = typeof csv === 'string' ? Buffer.byteLength(csv) : csv.byteLength;
  if (size > bound.file)
    throw new HubError(
      'too_large',
      `This file has ${size} bytes; at most ${bound.file} are taken: split it.`,
    );
  const text = typeof csv === 'string' ? csv.replace(/^\uFEFF/, '').toWellFormed() : read(csv);
  if (text.includes('\0')) throw unreadable('holds a NUL character: it is not a text file.');
  // Old spreadsheets of the Macintosh end a line in CR alone.
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

function read(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw unreadable('is UTF-16: save it as "CSV UTF-8".');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(
      `is not UTF-8 (see line ${lineOfFirstFault(bytes)}): save it as "CSV UTF-8" in the spreadsheet, or convert it.`,
    );
  }
}

/** Decoded with replacement characters, the first of those shows the line. */
function lineOfFirstFault(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
}

function unreadable(problem: string): HubError {
  const message = `The file ${problem}`;
  return new HubError('invalid', message, [{ path: 'csv', message }]);
}
