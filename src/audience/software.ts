import type { Product } from '../advisory/content.ts';

/** What an organisation said that it runs. */
export type SoftwareUse = {
  vendor: string;
  product: string;
  cpe?: string | null;
  purl?: string | null;
  version?: string | null;
};

export type Affectedness = 'affected' | 'not affected' | 'cannot tell';

/**
 * Whether a stated use is of this product, by vendor and product alone. It errs towards yes: a wrong "no" would
 * silence a vital provider, a wrong "yes" costs it one message.
 */
export function usesProduct(use: SoftwareUse, product: Product): boolean {
  const ours = cpeName(product.cpe);
  const theirs = cpeName(use.cpe);
  if (ours && theirs && ours === theirs) return true;
  const ourPackage = purlName(product.purl);
  if (ourPackage && ourPackage === purlName(use.purl)) return true;
  const vendor = plain(product.vendor);
  if (plain(use.vendor) !== vendor) return false;
  const stated = names(use.product).map((name) => withoutVendor(name, vendor));
  const known = names(product.name).map((name) => withoutVendor(name, vendor));
  return stated.some((a) => known.some((b) => a === b || a.includes(b) || b.includes(a)));
}

/** Whether a product is of this vendor. */
export const usesVendor = (vendor: string, product: Product): boolean =>
  plain(vendor) === plain(product.vendor);

/** Compares a stated version with the product's list by equal text only: vendors' versions do not order. */
export function compareVersion(use: SoftwareUse, product: Product): Affectedness {
  const version = use.version?.trim().toLowerCase();
  if (!version) return 'cannot tell';
  const listed = product.versions.find((known) => known.version.trim().toLowerCase() === version);
  if (listed?.status === 'affected') return 'affected';
  if (listed?.status === 'not affected' || listed?.status === 'fixed') return 'not affected';
  return 'cannot tell';
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** `Application Delivery Controller (ADC, formerly NetScaler ADC)` has three names. */
function names(text: string): string[] {
  return text
    .split(/[(),;/]/)
    .map((name) => plain(name.replace(/^\s*(formerly|previously|voorheen)\s+/i, '')))
    .filter((name) => name.length > 1);
}

const withoutVendor = (name: string, vendor: string) =>
  name.length > vendor.length && name.startsWith(vendor) ? name.slice(vendor.length) : name;

/** Vendor and product of a CPE 2.3 or 2.2 name; NVD's `_firmware` twin of a device counts as the device. */
function cpeName(cpe: string | null | undefined): string | null {
  const match = cpe?.toLowerCase().match(/^cpe:(?:2\.3:|\/)[aho*]:([^:]+):([^:]+)/);
  if (!match) return null;
  return `${match[1]}:${match[2]?.replace(/_firmware$/, '')}`;
}

/** A package URL without version, qualifiers and subpath. */
function purlName(purl: string | null | undefined): string | null {
  if (!purl?.startsWith('pkg:')) return null;
  return purl.toLowerCase().split(/[@?#]/, 1)[0] ?? null;
}
