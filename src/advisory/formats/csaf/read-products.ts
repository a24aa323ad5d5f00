import { contentBounds, type Product } from '../../content.ts';
import type { CsafDocument, ProductStatus } from './document.ts';
import { fitLine } from './fit.ts';
import { type Identified, identify } from './identify.ts';

type Status = Product['versions'][number]['status'];

const statusOf: Record<ProductStatus, Status> = {
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  under_investigation: 'under investigation',
  fixed: 'fixed',
  first_fixed: 'fixed',
  recommended: 'fixed',
  known_not_affected: 'not affected',
};
/** What is affected by one of a document's vulnerabilities is affected. */
const gravest: Status[] = ['affected', 'under investigation', 'fixed', 'not affected'];

/** The products of a document as the content lists them: a row per vendor and name, its versions with their status. */
export function readProducts(document: CsafDocument): Product[] {
  const statuses = readStatuses(document);
  const rows = Map.groupBy(identify(document), ({ vendor, name }) =>
    JSON.stringify([vendor, name]),
  );
  return [...rows.values()].map((row) => readProduct(row, statuses));
}

function readStatuses({ vulnerabilities = [] }: CsafDocument): Map<string, Status> {
  const found = new Map<string, Status>();
  for (const { product_status: lists = {} } of vulnerabilities) {
    for (const [list, ids] of Object.entries(lists)) {
      const status = statusOf[list as ProductStatus];
      for (const id of ids) found.set(id, graver(status, found.get(id)));
    }
  }
  return found;
}

function graver(one: Status, other: Status | undefined): Status {
  if (!other) return one;
  return gravest.indexOf(one) < gravest.indexOf(other) ? one : other;
}

function readProduct(row: Identified[], statuses: Map<string, Status>): Product {
  const versions = new Map<string, Status>();
  for (const { id, version } of row) {
    const status = statuses.get(id);
    const name = fitLine(version, 500);
    if (status && name) versions.set(name, graver(status, versions.get(name)));
  }
  const cpe = onlyOne(row.map((product) => product.cpe));
  const purl = onlyOne(row.map((product) => product.purl));
  return {
    vendor: fitLine(row[0]?.vendor ?? '', 500) || '?',
    name: fitLine(row[0]?.name ?? '', 500) || '?',
    ...(cpe && cpe.length <= 500 && { cpe: fitLine(cpe, 500) }),
    ...(purl && purl.length <= 1000 && { purl: fitLine(purl, 1000) }),
    versions: [...versions]
      .slice(0, contentBounds.versions)
      .map(([version, status]) => ({ version, status })),
  };
}

/** Of a product whose versions have each their own, none is the product's. */
function onlyOne(values: (string | undefined)[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
