import type { Product } from '../../advisory/content.ts';
import { usesProduct, usesVendor } from '../../audience/software.ts';
import type { EventType } from '../../channel/channel.ts';

/** Of which events a partner's machine asked to be told; an empty list means any. */
export type Filter = {
  eventTypes: EventType[];
  /** As they are written: `M/H`. */
  risks: string[];
  /** All of a vendor's where no product is named. */
  products: { vendor: string; product: string | null }[];
};

/** What is to be told, as far as a filter looks at it. */
export type Said = {
  type: EventType;
  /** Null for a notice, which has none. */
  risk: string | null;
  products: Product[];
};

/** Whether a filter lets something through. It errs towards yes: what names no risk or product passes. */
export function wants(filter: Filter, said: Said): boolean {
  const { eventTypes, risks, products } = filter;
  if (eventTypes.length > 0 && !eventTypes.includes(said.type)) return false;
  if (risks.length > 0 && said.risk !== null && !risks.includes(said.risk)) return false;
  if (products.length === 0 || said.products.length === 0) return true;
  return products.some(({ vendor, product }) =>
    said.products.some((known) =>
      product === null ? usesVendor(vendor, known) : usesProduct({ vendor, product }, known),
    ),
  );
}
