import { encode, wrap } from 'nodemailer/lib/qp';

/** RFC 2045 §6.7 allows 76 characters to a line; one is kept for the soft break that a slot adds, two for an escaped F. */
const lineLength = 73;

/** What stands before and after a recipient's part, so that no encoder and no line end can split it. */
export const softBreak = '=\r\n';

/**
 * Encodes a text as quoted-printable with lines of at most 75 characters, any line end as CRLF. No line begins with
 * `From `, which mailbox files change, and a signature with it (RFC 3156 §3).
 */
export function encodeText(text: string): string {
  return wrap(encode(text.replace(/\r\n?|\n/g, '\r\n')), lineLength).replace(/^From /gm, '=46rom ');
}

/** Encodes a recipient's part, soft breaks around it. A plain address needs no more than folding. */
export function encodePart(value: string): string {
  const encoded = /^[!-<>-~]*$/.test(value) ? value : encode(value);
  return softBreak + wrap(encoded, lineLength) + softBreak;
}
