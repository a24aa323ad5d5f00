import { encode, wrap } from 'nodemailer/lib/qp';

/** RFC 2045 §6.7 allows 76 characters to a line; the last one is kept for the soft break that a slot adds. */
const lineLength = 75;

/** What stands before and after a recipient's part, so that no encoder and no line end can split it. */
export const softBreak = '=\r\n';

/** Encodes a text as quoted-printable with lines of at most 75 characters, any line end as CRLF. */
export function encodeText(text: string): string {
  return wrap(encode(text.replace(/\r\n?|\n/g, '\r\n')), lineLength);
}

/** Encodes a recipient's part, soft breaks around it. A plain address needs no more than folding. */
export function encodePart(value: string): string {
  const encoded = /^[!-<>-~]*$/.test(value) ? value : encode(value);
  return softBreak + wrap(encoded, lineLength) + softBreak;
}
