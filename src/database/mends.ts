/** The file of postgres.js 3.4.9 that is mended. */
export const mended = '/postgres/src/connection.js';

/** What stands there, and what should. */
const mends: [string, string][] = [
  // A write that was put off and then forgotten stayed behind: nothing was ever written on this connection again.
  [
    'socket = null\n\n    if (initial)',
    'socket = chunk = nextWriteTimer = null\n\n    if (initial)',
  ],
  // A query between a socket's error and its end was neither sent nor refused.
  ['!hadError && (query || sent.length) && error', ';(query || sent.length) && error'],
  // The question about array types is nobody's: refused, it ended the process.
  ['return fetchArrayTypes()', 'return fetchArrayTypes().catch(() => {})'],
];

/**
 * Mends that file's text: when PostgreSQL goes away it may end the process, or leave a query or a connection of its
 * pool hanging for ever (its issues 1066, 1154 and 1208 are of this family; their fixes wait).
 * `test/database/lost-connection.test.ts` says when it can go. A Worker does without: its client lives for one request.
 * @throws Error when the package is another one than was mended: look whether it still needs this
 */
export const mend = (source: string) => mends.reduce(replace, source);

function replace(source: string, [wrong, right]: [string, string]): string {
  if (!source.includes(wrong))
    throw new Error(`postgres.js has changed: ${mended} has no "${wrong}"`);
  return source.replace(wrong, right);
}
