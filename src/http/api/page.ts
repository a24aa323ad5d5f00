import { z } from '@hono/zod-openapi';
import { HubError } from '../../errors.ts';

const most = 200;

/** What the query of every list takes. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, `This is a whole number from 1 to ${most}.`)
    .default('50')
    .transform(Number)
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: most,
      default: 50,
      description: 'The most items of a page.',
    }),
  cursor: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .openapi({ description: 'Where the page starts: the `nextCursor` of the page before.' }),
};

/** What stands on a page: its items, and where the next one starts. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .openapi({ description: 'Null on the last page.', example: null }),
  });

/** The place of an item in its list: the columns that the list is ordered by. */
type Place = readonly [number | string, ...(number | string)[]];

/**
 * Cuts a page from what a list found when it was asked for one item more than `limit`.
 * The next page starts after an item, not after a number of them: what comes and goes meanwhile moves nothing.
 */
export function pageFrom<T>(found: readonly T[], limit: number, placeOf: (item: T) => Place) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, nextCursor: more ? encode(placeOf(last)) : null };
}

const encode = (place: Place) => Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * The place that a cursor stands for, null without one. It is opaque, not secret: it can only name a place in a list
 * whose rows the caller may read anyway, so it is checked, not signed.
 * @throws HubError invalid
 */
export function placeOf<S extends z.ZodType>(cursor: string | undefined, schema: S) {
  if (cursor === undefined) return null;
  const read = schema.safeParse(decode(cursor));
  if (read.success) return read.data;
  const message = 'Use the nextCursor of the page before as it is.';
  throw new HubError('invalid', message, [{ path: 'cursor', message }]);
}

/** The place in a list that is ordered by id alone. */
export const idOf = (cursor: string | undefined): number | null =>
  placeOf(cursor, z.tuple([z.int().min(0).max(Number.MAX_SAFE_INTEGER)]))?.[0] ?? null;

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
