import type { z } from 'zod';
import { type Finding, HubError } from './errors.ts';

/**
 * Reads a verb's input; nothing is stored of one that does not fit.
 * @throws HubError invalid, with every finding and its path
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const findings = findingsOf(read.error);
  const where = findings.map(({ path }) => path).filter((path) => path !== '');
  throw new HubError('invalid', `Correct ${where.join(', ') || 'the input'}.`, findings);
}

/** Everything that a schema has against an input; a field that it does not know is named. */
export function findingsOf(error: z.ZodError): Finding[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return [{ path: issue.path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({
      path: [...issue.path, key.slice(0, 100)].join('.'),
      message: 'There is no such field here: leave it out.',
    }));
  });
}
