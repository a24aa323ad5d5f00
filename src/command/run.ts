import { CommanderError } from 'commander';
import type { Config } from '../config.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { createLog } from '../log.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import { open } from './open.ts';

/** Work of a command that answers and ends; its log goes to standard error, so that standard output is the answer. */
export async function withHub<T>(config: Config, work: (hub: Hub) => Promise<T>): Promise<T> {
  const log = createLog({ logLevel: quieter(config.logLevel) }, process.stderr);
  const { hub, close } = await open(config, log);
  try {
    return await work(hub);
  } finally {
    await close();
  }
}

/** What runs beside a person's terminal tells it what is wrong, not what it does. */
const quieter = (level: Config['logLevel']): Config['logLevel'] =>
  level === 'info' ? 'warn' : level;

/** Prints what a command answers: as one JSON value, or line by line. */
export function answer(value: unknown, { json }: { json?: boolean }, lines: string[]): void {
  if (json) console.log(JSON.stringify(value, null, 2));
  else for (const line of lines) console.log(line);
}

/** Says why a command did not do what was asked, and sets the exit code. */
export function fail(error: unknown, { json }: { json?: boolean }): void {
  process.exitCode = exitCodeOf(error);
  // Commander has said it already.
  if (error instanceof CommanderError) return;
  if (process.exitCode === exitCodes.bug) {
    console.error(error);
    return;
  }
  const told = wordsOf(error as Error);
  if (json) {
    answer({ error: told }, { json }, []);
    return;
  }
  console.error(told.message);
  for (const { path, message } of told.findings) console.error(`  ${path}: ${message}`);
}

function wordsOf(error: Error): Pick<HubError, 'message' | 'findings'> & { code: string } {
  if (error instanceof HubError) {
    const { code, message, findings } = error;
    // Some messages list their findings themselves.
    return { code, message, findings: findings.filter((one) => !message.includes(one.message)) };
  }
  const { code } = error as { code?: string };
  const message = `The database does not answer (${code}): see DATABASE_URL, and whether it runs. semafoor config check says more.`;
  return { code: 'away', message, findings: [] };
}
