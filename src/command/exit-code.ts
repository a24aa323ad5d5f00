import { CommanderError } from 'commander';
import { isAway } from '../database/away.ts';
import { HubError } from '../errors.ts';

/**
 * How a command ends, for scripts. `done`: it did what was asked and found nothing wrong. `refused`: the hub said no, or
 * a check found something. `usage`: the words or the settings are wrong, and nothing was begun. `away`: the database, or
 * with `config check` a relay, does not answer: trying again may help. `bug`: none of these.
 */
export const exitCodes = { done: 0, refused: 1, usage: 2, away: 3, bug: 70 } as const;

/** Settings that cannot be used, or words that mean nothing here. */
export class UsageError extends HubError {
  constructor(message: string, findings: HubError['findings'] = []) {
    super('invalid', message, findings);
    this.name = 'UsageError';
  }
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof HubError) return exitCodes.refused;
  return isAway(error) ? exitCodes.away : exitCodes.bug;
}
