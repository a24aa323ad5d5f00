import type { Branch, CsafDocument, FullName, Identity, ProductTree } from './document.ts';

/** A product of a product tree as audiences match it: by vendor and name, with one version as text. */
export type Identified = {
  id: string;
  vendor: string;
  name: string;
  /** Empty where the tree names none. */
  version: string;
  cpe?: string | undefined;
  purl?: string | undefined;
};

/** Whoever a product is from where the document does not say. */
export const unknownVendor = 'unknown';

type Trail = { vendor: string; name: string; family: string; version: string[] };
const start: Trail = { vendor: '', name: '', family: '', version: [] };

/**
 * Every product of the product tree. One that is made of two (a component on a platform) is listed as both, each with
 * its own version: who runs either has to hear.
 */
export function identify({ document, product_tree: tree = {} }: CsafDocument): Identified[] {
  const publisher = document.publisher.category === 'vendor' ? document.publisher.name : '';
  const plain = [
    ...(tree.branches ?? []).flatMap((branch) => walk(branch, start)),
    ...(tree.full_product_names ?? []).map((product) => identifyOne(product, start)),
  ].map((product) => ({
    ...product,
    vendor: product.vendor || vendorOf(product) || publisher || unknownVendor,
  }));
  return [...plain, ...identifyCombined(tree, plain)];
}

function walk(branch: Branch, before: Trail): Identified[] {
  const trail = follow(branch, before);
  const own = branch.product ? [identifyOne(branch.product, trail)] : [];
  return [...own, ...(branch.branches ?? []).flatMap((each) => walk(each, trail))];
}

/** CSAF 2.0 §3.1.2.2: what a branch's name is the name of. */
function follow({ category, name }: Branch, trail: Trail): Trail {
  if (category === 'vendor') return { ...trail, vendor: name };
  if (category === 'product_name') return { ...trail, name };
  if (category === 'product_family') return { ...trail, family: name };
  return { ...trail, version: [...trail.version, name] };
}

function identifyOne({ name, product_id, ...rest }: FullName, trail: Trail): Identified {
  const { cpe, purl }: Identity = rest.product_identification_helper ?? {};
  return {
    id: product_id,
    vendor: trail.vendor,
    name: trail.name || trail.family || name,
    version: trail.version.join(' '),
    cpe,
    purl,
  };
}

/** `cpe:2.3:a:citrix:…`; the colon before the vendor may be escaped in no part before it. */
function vendorOf({ cpe = '' }: Identified): string {
  const vendor = cpe.replace('cpe:/', 'cpe:2.3:').split(':')[3] ?? '';
  return /^[*-]?$/.test(vendor) ? '' : vendor.replaceAll('_', ' ').replaceAll('\\', '');
}

// Deeper and wider ones exist on paper alone, and would take a reader's time for ever.
const mostDeep = 10;
const mostParts = 20;

/** A combination may be made of another, in any order. */
function identifyCombined(tree: ProductTree, plain: Identified[]): Identified[] {
  const known = Map.groupBy(plain, ({ id }) => id);
  let waiting = tree.relationships ?? [];
  const found: Identified[] = [];
  for (let deep = 0; deep < mostDeep && waiting.length > 0; deep++) {
    waiting = waiting.filter((relationship) => {
      const one = known.get(relationship.product_reference);
      const other = known.get(relationship.relates_to_product_reference);
      if (!one || !other) return true;
      const { product_id: id } = relationship.full_product_name;
      const both = [...one, ...other].slice(0, mostParts).map((product) => ({ ...product, id }));
      known.set(id, both);
      found.push(...both);
      return false;
    });
  }
  return found;
}
