import { createHash } from 'node:crypto';
import type { Hub } from '../../hub.ts';
import { type Bodies, encode } from './encoding.ts';

/** A page as everybody gets it. */
export type Page = { body: string; type: string; lastModified: Date | undefined };

/** The same, ready to be handed out: compressed once, with its validator. */
export type Copy = Pick<Page, 'type' | 'lastModified'> & { etag: string; bodies: Bodies };

/** Bytes of pages that one process keeps; beyond it the oldest go. */
const mostBytes = 16_000_000;

type Shelf = { edition: string; copies: Map<string, Copy>; bytes: number };
const shelves = new WeakMap<Hub, Shelf>();

/** The copy of a page of this edition that was put away before, if one was. */
export function takeCopy(hub: Hub, edition: string, key: string): Copy | undefined {
  const shelf = shelves.get(hub);
  return shelf?.edition === edition ? shelf.copies.get(key) : undefined;
}

/** Puts a page of this edition away; everything of another edition goes. */
export async function putCopy(
  hub: Hub,
  edition: string,
  { key, page }: { key: string; page: Page },
): Promise<Copy> {
  const { body, type, lastModified } = page;
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const copy = { type, lastModified, etag, bodies: await encode(body) };
  let shelf = shelves.get(hub);
  if (shelf?.edition !== edition) {
    shelf = { edition, copies: new Map(), bytes: 0 };
    shelves.set(hub, shelf);
  }
  drop(shelf, key);
  shelf.copies.set(key, copy);
  shelf.bytes += sizeOf(copy);
  for (const oldest of shelf.copies.keys()) {
    if (shelf.bytes <= mostBytes) break;
    drop(shelf, oldest);
  }
  return copy;
}

const sizeOf = (copy: Copy | undefined) =>
  copy ? Object.values(copy.bodies).reduce((sum, body) => sum + body.length, 0) : 0;

function drop(shelf: Shelf, key: string): void {
  shelf.bytes -= sizeOf(shelf.copies.get(key));
  shelf.copies.delete(key);
}
