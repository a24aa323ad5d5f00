import { z } from 'zod';
import type { PublishedVersion } from '../../advisory/published.ts';
import { isUrgent } from '../../advisory/risk.ts';
import { HubError } from '../../errors.ts';
import { findingsOf } from '../../parse.ts';

const name = z.string().trim().min(1, 'Name one, or leave it out.').max(200);

const schema = z.strictObject({
  /** Only what is high/high. */
  urgent: z.literal('true', 'Say urgent=true, or leave it out.').optional(),
  vendor: name.optional(),
  product: name.optional(),
});

/** What a reader wants of a feed; nothing in it: everything. */
export type Filter = z.output<typeof schema>;

/**
 * Reads a feed's filter from its query. A parameter that is given twice is none of one value.
 * @throws HubError invalid, with a finding per parameter that is unknown or makes no sense
 */
export function readFilter(queries: Record<string, string[]>): Filter {
  const given = Object.entries(queries).map(([key, [first, ...more]]) => [
    key,
    more.length > 0 ? [first, ...more] : first,
  ]);
  const read = schema.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const message = 'A feed can be filtered by urgent=true, vendor=… and product=…; nothing else.';
  throw new HubError('invalid', message, findingsOf(read.error));
}

/** The filter as a query, in one order and spelling: what means the same is kept once. */
export function writeFilter({ urgent, vendor, product }: Filter): string {
  const query = new URLSearchParams({
    ...(urgent && { urgent }),
    ...(vendor && { vendor: vendor.toLowerCase() }),
    ...(product && { product: product.toLowerCase() }),
  });
  return query.size > 0 ? `?${query}` : '';
}

/** Whether a version is of what the reader asked for: case apart, names are the vendor's and product's own. */
export function isWanted(version: PublishedVersion, { urgent, vendor, product }: Filter): boolean {
  if (urgent && !isUrgent(version)) return false;
  if (!vendor && !product) return true;
  const same = (name: string, asked: string | undefined) =>
    asked === undefined || name.toLowerCase() === asked.toLowerCase();
  return version.content.products.some(
    (each) => same(each.vendor, vendor) && same(each.name, product),
  );
}
