/** How postgres.js and the network say that nobody answers. */
const lost = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Whether a query failed because the database could not be reached, and so may succeed in a while. */
export function isAway(error: unknown): boolean {
  const { code, syscall, severity } = error as Record<string, unknown>;
  if (typeof code !== 'string') return false;
  // PostgreSQL ends the connection: it is shutting down, starting, full, or does not let us in.
  if (severity === 'FATAL' || severity === 'PANIC') return true;
  // A socket that is not there; any other missing file is a bug.
  if (code === 'ENOENT') return syscall === 'connect';
  return lost.has(code);
}
