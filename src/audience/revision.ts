import { z } from 'zod';
import { HubError } from '../errors.ts';

/**
 * A row as somebody saw it: PostgreSQL's own mark (`xmin::text AS revision`) of the transaction that last wrote it. A row
 * that stands for more than itself (a contact and its organisations) is written anew when the rest changes.
 */
export type Revised = { revision: string };

/** What a caller saw of the row that it changes; without it the change is made to whatever stands there. */
export const expected = z.string().min(1).max(20).optional();

/**
 * Lets a change through whose caller saw the row as it stands; the row is locked.
 * @throws HubError precondition_failed
 */
export function requireExpected({ revision }: Revised, seen: string | undefined): void {
  if (seen === undefined || seen === revision) return;
  throw new HubError(
    'precondition_failed',
    'Somebody changed this since you saw it: look at it again and redo your change.',
  );
}
