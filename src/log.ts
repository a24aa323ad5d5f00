import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** Names under which a secret, or what leads to a person, could reach a log line. */
const secret = new Set([
  'pass',
  'password',
  'token',
  'key',
  'secret',
  'authorization',
  'cookie',
  'config',
]);
/** Objects within objects that are looked through; what lies deeper is left out. */
const deepest = 4;

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
    // Pino's own redaction by wildcards takes several times as long as all the rest of a line.
    formatters: { log: (line: object) => withoutSecrets(line, 0) as Record<string, unknown> },
    serializers: { err: withoutRow, error: withoutRow },
  };
  return destination ? pino(options, destination) : pino(options);
}

function withoutSecrets(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if ('toJSON' in value) return value;
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return value.map((each) => withoutSecrets(each, depth + 1));
  const kept: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value))
    if (!secret.has(name)) kept[name] = withoutSecrets(each, depth + 1);
  return kept;
}

function withoutRow(error: unknown) {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  return { type: name, code: (error as { code?: unknown }).code, message, stack };
}
