import { HubError } from '../../../errors.ts';
import { mostLevels, mostValues, type Stop, scanJson } from './scan-json.ts';

/** An import is at most 20 MB. */
export const importLimit = 20 * 1024 * 1024;

/**
 * Reads a JSON text, never more of it than memory can bear.
 * @throws HubError too_large | invalid, with line and column of what is wrong
 */
export function readJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength > importLimit) {
    const size = (bytes.byteLength / 1024 / 1024).toFixed(1);
    throw new HubError('too_large', `A document may be 20 MB at most; this one is ${size} MB.`);
  }
  const body = withoutMark(bytes);
  const text = decode(body);
  const stop = scanJson(body);
  if (stop) throw refusal(body, stop);
  return JSON.parse(text);
}

/** RFC 8259 §8.1 lets a reader ignore a byte order mark. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? bytes.subarray(3) : bytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const message = 'This is not UTF-8 text: save it as UTF-8.';
    throw new HubError('invalid', message, [{ path: '', message }]);
  }
}

function refusal(bytes: Uint8Array, stop: Stop): HubError {
  const where = placeOf(bytes, stop.at);
  const message = {
    syntax: `This is not JSON: something is wrong or missing at ${where}.`,
    depth: `This nests more than ${mostLevels} levels deep, at ${where}.`,
    count: `This holds more than ${mostValues} values; the rest begins at ${where}.`,
  }[stop.why];
  const code = stop.why === 'syntax' ? 'invalid' : 'too_large';
  return new HubError(code, message, [{ path: '', message }]);
}

/** As editors count: lines and characters from 1. */
function placeOf(bytes: Uint8Array, at: number): string {
  const before = bytes.subarray(0, at);
  const start = before.lastIndexOf(10) + 1;
  let line = 1;
  for (const byte of before) if (byte === 10) line += 1;
  const column = new TextDecoder().decode(before.subarray(start)).length + 1;
  return `line ${line}, column ${column}`;
}
