import { labelOf } from '../../advisory/formats/csaf/label.ts';
import type { Tlp } from '../../advisory/tlp.ts';

/** Who may pull documents, from the widest; AMBER+STRICT, which CSAF 2.0 has no word for, and RED are never served. */
export const circles = ['CLEAR', 'GREEN', 'AMBER'] as const satisfies Tlp[];
export type Circle = (typeof circles)[number];

/** As it stands in addresses, in CSAF 2.0's words: `white`. */
export const pathOf = (circle: Circle) => `/csaf/${labelOf[circle].toLowerCase()}`;

/** Where everything of the provider is found (CSAF 2.0 §7.1.8 to §7.1.20). */
export const addresses = {
  metadata: '/.well-known/csaf/provider-metadata.json',
  securityTxt: '/.well-known/security.txt',
  service: '/csaf/service.json',
  publicKey: '/csaf/openpgp-key.asc',
  directory: (circle: Circle) => `${pathOf(circle)}/`,
  feed: (circle: Circle) => `${pathOf(circle)}/csaf-feed-tlp-${labelOf[circle].toLowerCase()}.json`,
  category: (circle: Circle) => `${pathOf(circle)}/category.json`,
};
