const lineOfDot = Buffer.from('\r\n.');
const lineEnd = Buffer.from('\r\n');

/** What ends a text that ends in CRLF itself, and one that does not. */
const end = { short: Buffer.from('.\r\n'), long: Buffer.from('\r\n.\r\n') };

/** A message as it goes over the wire, its final dot included: a line that begins with a dot gets one more (RFC 5321 §4.5.2). */
export function wireText(bytes: Uint8Array): Uint8Array[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [];
  if (text[0] === 0x2e) pieces.push(Buffer.from('.'));
  let from = 0;
  for (let at = text.indexOf(lineOfDot); at >= 0; at = text.indexOf(lineOfDot, at + 2)) {
    pieces.push(text.subarray(from, at + 3));
    from = at + 2;
  }
  pieces.push(text.subarray(from));
  pieces.push(text.subarray(-2).equals(lineEnd) ? end.short : end.long);
  return pieces;
}
