import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** Names under which a secret, or what leads to a person, could reach a log line. */
const secret = ['pass', 'password', 'token', 'key', 'secret', 'authorization', 'cookie', 'config'];

/**
 * One JSON line per event, UTC. Secrets are cut out by name; an error keeps its type, code, message and stack, not the
 * query, parameters and row that a database error carries.
 */
export function createLog(
  { logLevel }: Pick<Config, 'logLevel'>,
  destination?: DestinationStream,
): Log {
  const options = {
    level: logLevel,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
    serializers: { err: withoutRow, error: withoutRow },
  };
  return destination ? pino(options, destination) : pino(options);
}

function withoutRow(error: unknown) {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  return { type: name, code: (error as { code?: unknown }).code, message, stack };
}
