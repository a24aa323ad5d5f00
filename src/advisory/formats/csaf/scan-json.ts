/** How deep a document may nest: CSAF's own structure takes ten levels, every level of branches two more. */
export const mostLevels = 100;
/** How many values a document may hold: 20 MB of a real one hold under a million. */
export const mostValues = 2_000_000;

/** Why a text is not read on, and at which byte. */
export type Stop = { why: 'syntax' | 'depth' | 'count'; at: number };

type Walk = {
  bytes: Uint8Array;
  at: number;
  /** What may come here. */
  place: 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'after';
  /** The lists and objects that are open, the innermost last. */
  open: ('list' | 'object')[];
};

const [quote, backslash, comma, colon, letterU] = [34, 92, 44, 58, 117];
const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125];
const escapable = new Set([...'"\\/bfnrt'].map((character) => character.charCodeAt(0)));
const scalar = /^(-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?|true|false|null)$/;
// Nobody means a longer number.
const longestScalar = 400;

/**
 * Walks a JSON text (RFC 8259) without building anything: null when `JSON.parse` can take it, else the first place
 * where it cannot, or should not. Its memory does not grow with the text, whatever that holds.
 */
export function scanJson(bytes: Uint8Array): Stop | null {
  const walk: Walk = { bytes, at: 0, place: 'value', open: [] };
  let values = 0;
  for (skipSpace(walk); walk.at < bytes.length; skipSpace(walk)) {
    if (walk.place.endsWith('value')) values += 1;
    if (values > mostValues) return { why: 'count', at: walk.at };
    if (!step(walk)) return { why: 'syntax', at: walk.at };
    if (walk.open.length > mostLevels) return { why: 'depth', at: walk.at - 1 };
  }
  const isWhole = walk.place === 'after' && walk.open.length === 0;
  return isWhole ? null : { why: 'syntax', at: walk.at };
}

function skipSpace(walk: Walk): void {
  for (; walk.at < walk.bytes.length; walk.at++) {
    const byte = walk.bytes[walk.at];
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return;
  }
}

/** Takes one token; false where it may not stand, or is broken at `walk.at`. */
function step(walk: Walk): boolean {
  const byte = walk.bytes[walk.at];
  const { place } = walk;
  if (place === 'after') return takeSeparator(walk, byte);
  if (place === 'colon') return byte === colon && go(walk, 'value');
  if (place === 'first key' && byte === closeObject) return close(walk);
  if (place === 'first value' && byte === closeList) return close(walk);
  if (place === 'key' || place === 'first key') {
    return byte === quote && takeString(walk) && go(walk, 'colon', 0);
  }
  if (byte === openObject) return walk.open.push('object') > 0 && go(walk, 'first key');
  if (byte === openList) return walk.open.push('list') > 0 && go(walk, 'first value');
  return (byte === quote ? takeString(walk) : takeScalar(walk)) && go(walk, 'after', 0);
}

function go(walk: Walk, place: Walk['place'], by = 1): true {
  walk.place = place;
  walk.at += by;
  return true;
}

function close(walk: Walk): true {
  walk.open.pop();
  return go(walk, 'after');
}

function takeSeparator(walk: Walk, byte: number | undefined): boolean {
  const inside = walk.open.at(-1);
  if (byte === comma && inside) return go(walk, inside === 'object' ? 'key' : 'value');
  const closes = inside === 'object' ? closeObject : closeList;
  return inside !== undefined && byte === closes && close(walk);
}

function takeString(walk: Walk): boolean {
  for (walk.at += 1; walk.at < walk.bytes.length; walk.at++) {
    const byte = walk.bytes[walk.at] ?? 0;
    if (byte === quote) {
      walk.at += 1;
      return true;
    }
    if (byte < 32 || (byte === backslash && !takeEscape(walk))) return false;
  }
  return false;
}

function takeEscape(walk: Walk): boolean {
  walk.at += 1;
  const byte = walk.bytes[walk.at] ?? 0;
  if (byte !== letterU) return escapable.has(byte);
  const digits = String.fromCharCode(...walk.bytes.subarray(walk.at + 1, walk.at + 5));
  if (!/^[0-9a-f]{4}$/i.test(digits)) return false;
  walk.at += 4;
  return true;
}

function takeScalar(walk: Walk): boolean {
  const { bytes, at } = walk;
  let end = at;
  while (end < bytes.length && end - at < longestScalar && isOfScalar(bytes[end] ?? 0)) end += 1;
  if (!scalar.test(String.fromCharCode(...bytes.subarray(at, end)))) return false;
  walk.at = end;
  return true;
}

const isOfScalar = (byte: number) =>
  (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122) || [43, 45, 46, 69].includes(byte);
