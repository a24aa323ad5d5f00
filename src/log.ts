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
/** How late a line is written, in ms, unless so many characters wait. */
const lateMs = 10;
const mostCharacters = 16_000;
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
  if (destination) return pino(options, destination);
  stdout ??= toStdout();
  return pino(options, stdout);
}

let stdout: DestinationStream | undefined;

/**
 * Lines go out together, a hundredth of a second late at most: a write for each is half the cost of a short request. A
 * process that ends by itself, however it does, writes what is left; one that is killed loses the last of its lines.
 */
function toStdout(): DestinationStream {
  const out = pino.destination({ fd: 1, sync: true });
  let lines = '';
  const write = () => {
    if (lines !== '') out.write(lines);
    lines = '';
  };
  process.on('exit', write);
  return {
    write(line) {
      if (lines === '') setTimeout(write, lateMs).unref();
      lines += line;
      if (lines.length > mostCharacters) write();
    },
  };
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
