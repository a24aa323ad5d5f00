import type { z } from 'zod';
import type { Finding } from '../../errors.ts';

/** What zod found, one finding per field: the first is the one to mend first. */
export function findingsOf({ issues }: z.ZodError): Finding[] {
  const found = issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return [...new Map(found.toReversed().map((one) => [one.path, one])).values()].toReversed();
}
