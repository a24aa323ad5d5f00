import type { Product } from '../../content.ts';
import type { Branch, FullName, Identity, ProductStatus, ProductTree } from './document.ts';
import { nameVersion } from './version-name.ts';

type Status = Product['versions'][number]['status'];
export type StatusLists = Partial<Record<ProductStatus, string[]>>;

/** The product tree of a content, and under which status each of its products falls. */
export type WrittenProducts = { tree: ProductTree; status: StatusLists };

const listOf: Record<Status, ProductStatus> = {
  affected: 'known_affected',
  'under investigation': 'under_investigation',
  fixed: 'fixed',
  'not affected': 'known_not_affected',
};
/** A version that is named with two of these has the first (CSAF 2.0 §6.1.6 takes no contradiction). */
const gravest: Status[] = ['affected', 'under investigation', 'fixed', 'not affected'];

/**
 * Writes products as a product tree, vendor above product above version. A product without versions is affected as
 * such. `namespace` is whose identifiers those are that the content has no CPE or purl for (§6.2.16).
 */
export function writeProducts(products: Product[], namespace: string): WrittenProducts {
  const status: StatusLists = {};
  let count = 0;
  const add = (product: Product, version: string, as: Status): FullName => {
    count += 1;
    const product_id = `CSAFPID-${String(count).padStart(4, '0')}`;
    status[listOf[as]] = [...(status[listOf[as]] ?? []), product_id];
    const name = [product.vendor, product.name, version].filter((part) => part !== '').join(' ');
    return { name, product_id, product_identification_helper: helper(product, version, namespace) };
  };
  const vendors = Map.groupBy(products, ({ vendor }) => vendor);
  const branches = [...vendors].map(([vendor, group]): Branch => {
    const names = Map.groupBy(group, ({ name }) => name);
    const below = [...names.values()].map((rows) => writeProduct(rows, add));
    return { category: 'vendor', name: vendor, branches: below };
  });
  return { tree: { branches }, status };
}

type Add = (product: Product, version: string, as: Status) => FullName;

function writeProduct(rows: Product[], add: Add): Branch {
  const [first] = rows as [Product];
  const versions = new Map<string, Status>();
  for (const { version, status } of rows.flatMap((row) => row.versions)) {
    const known = versions.get(version);
    const isGraver = !known || gravest.indexOf(status) < gravest.indexOf(known);
    if (isGraver) versions.set(version, status);
  }
  const branch = { category: 'product_name', name: first.name };
  if (versions.size === 0) return { ...branch, product: add(first, '', 'affected') };
  const below = [...versions].map(([version, status]) => ({
    ...nameVersion(version),
    product: add(first, version, status),
  }));
  return { ...branch, branches: below };
}

// The content's are text as it was typed; one that a reader of CPE 2.3 (NIST IR 7695 §6.2) could not take is left out.
const part = String.raw`(?:[*-]|(?:[A-Za-z0-9._-]|\\[!-,/:-@[-^{-~])+)`;
const cpeSyntax = new RegExp(
  String.raw`^cpe:2\.3:[aho*-](?::${part}){5}:(?:[*-]|[a-z]{2,3}(?:-[A-Za-z]{2})?)(?::${part}){4}$`,
);
const cpeUriSyntax = /^cpe:\/[aho](:[A-Za-z0-9._~%-]*){1,6}$/;
const purlSyntax =
  /^pkg:[a-z][a-z0-9.+-]*(\/[A-Za-z0-9._~-]+)+(@[A-Za-z0-9._~+:-]+)?(\?[a-z0-9._-]+=[A-Za-z0-9._~:/-]+)?$/;
const isCpe = (text: string) => cpeSyntax.test(text) || cpeUriSyntax.test(text);

function helper(
  { vendor, name, cpe, purl }: Product,
  version: string,
  namespace: string,
): Identity {
  const known: Identity = {
    ...(cpe && isCpe(cpe) && { cpe }),
    ...(purl && purlSyntax.test(purl) && { purl }),
  };
  if (Object.keys(known).length > 0) return known;
  const path = [vendor, name, version].filter((part) => part !== '').map(encodeURIComponent);
  return { x_generic_uris: [{ namespace, uri: `${namespace}#product/${path.join('/')}` }] };
}
