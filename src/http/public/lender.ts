import type { Copy } from './shelf.ts';

/** Where processes that do not share a memory lend each other the public pages that they made. */
export type Lender = {
  /** The copy that another one made of this page of this edition, if there is one at hand. */
  borrow(edition: string, key: string): Promise<Copy | undefined>;
  /** Gives a copy to the others; nobody waits for it. */
  lend(edition: string, key: string, copy: Copy): void;
};
