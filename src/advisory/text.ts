import { z } from 'zod';

/**
 * What people may write: tab, line end and printable characters.
 * Anything else breaks a reader down the road: XML 1.0 §2.2 (feeds), PostgreSQL's jsonb (NUL, lone surrogates).
 */
const printable = /^[\t\n\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const oneLine = /^[^\t\n]*$/;

/** Running text of at most `max` characters; forms send CRLF, which becomes LF. */
export function prose(max: number) {
  return z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n').trim().normalize('NFC'))
    .max(max)
    .regex(printable, 'It holds a control character or a broken one; type that place again.');
}

/** Text of one line (it may become a mail header), at most `max` characters. */
export function line(max: number) {
  return prose(max).regex(oneLine, 'It has to be one line: take the line ends and tabs out.');
}

/** A sentence or more in both languages. */
export function bilingual(max: number) {
  return z.strictObject({ nl: prose(max).min(1), en: prose(max).min(1) });
}

/** The same text in Dutch and in English. */
export type Bilingual = { nl: string; en: string };
