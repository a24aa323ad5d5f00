import { HubError } from '../errors.ts';

/** Turns PostgreSQL's unique violation (23505) into a conflict that says what to change; lets everything else through. */
export function conflictOn(message: string) {
  return (error: unknown): never => {
    if ((error as { code?: string }).code === '23505') throw new HubError('conflict', message);
    throw error;
  };
}
