import type { Context } from 'hono';
import type { Typed } from '../../../templates/console/filled.ts';
import { HubError } from '../../errors.ts';

/** A form has at most so many values; the longest, a version with all its rows, stays far below. */
const mostValues = 20_000;
const mostName = 200;

/** A form as it came: what was typed by name, and what was uploaded. */
export type Form = { typed: Typed; files: Record<string, File> };

/**
 * Reads a posted form, urlencoded or multipart; the app's body limit has bounded it. An upload for which nothing was
 * chosen is left out.
 * @throws HubError invalid: no form, or one of more fields than any of ours has
 */
export async function readForm(c: Pick<Context, 'req'>): Promise<Form> {
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw new HubError('invalid', 'This form cannot be read: send it again from its page.');
  });
  const typed: Record<string, string[]> = Object.create(null);
  const files: Record<string, File> = Object.create(null);
  let values = 0;
  for (const [name, given] of Object.entries(body)) {
    for (const value of [given].flat()) {
      values += 1;
      if (values > mostValues || name.length > mostName)
        throw new HubError('invalid', `A form has at most ${mostValues} fields.`);
      if (typeof value !== 'string') {
        if (value.size > 0) files[name] = value;
        continue;
      }
      const sofar = typed[name];
      if (sofar) sofar.push(value);
      else typed[name] = [value];
    }
  }
  return { typed, files };
}
