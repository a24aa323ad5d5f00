import { createHash } from 'node:crypto';
import type { Tlp } from '../../advisory/tlp.ts';
import type { Hub } from '../../hub.ts';
import { type Bodies, encode } from './encoding.ts';

/** A page as all its readers get it. */
export type Page = { body: string; type: string; lastModified: Date | undefined };

/** The same, ready to be handed out: compressed once, with its validator. */
export type Copy = Pick<Page, 'type' | 'lastModified'> & { etag: string; bodies: Bodies };

/** Bytes of pages that one process keeps for each ceiling; beyond it the oldest go. */
const mostBytes = 16_000_000;

type Shelf = { edition: string; copies: Map<string, Copy>; bytes: number };
const shelves = new WeakMap<Hub, Map<Tlp, Shelf>>();

/** A page among all that readers up to a ceiling may see, in the edition of theirs that it is of. */
type Place = { ceiling: Tlp; edition: string; key: string };

/** The copy of a page that was put away before, if one was. */
export function takeCopy(hub: Hub, { ceiling, edition, key }: Place): Copy | undefined {
  const shelf = shelves.get(hub)?.get(ceiling);
  return shelf?.edition === edition ? shelf.copies.get(key) : undefined;
}

/** Puts a page away; everything of another edition goes. */
export async function putCopy(hub: Hub, place: Place, page: Page): Promise<Copy> {
  const { body, type, lastModified } = page;
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const copy = { type, lastModified, etag, bodies: await encode(body) };
  const shelf = openShelf(hub, place);
  drop(shelf, place.key);
  shelf.copies.set(place.key, copy);
  shelf.bytes += sizeOf(copy);
  for (const oldest of shelf.copies.keys()) {
    if (shelf.bytes <= mostBytes) break;
    drop(shelf, oldest);
  }
  return copy;
}

function openShelf(hub: Hub, { ceiling, edition }: Place): Shelf {
  const ofHub = shelves.get(hub) ?? new Map<Tlp, Shelf>();
  shelves.set(hub, ofHub);
  const found = ofHub.get(ceiling);
  if (found?.edition === edition) return found;
  const shelf: Shelf = { edition, copies: new Map(), bytes: 0 };
  ofHub.set(ceiling, shelf);
  return shelf;
}

/** Bytes of a copy, in all encodings. */
export const sizeOf = (copy: Copy | undefined) =>
  copy ? Object.values(copy.bodies).reduce((sum, body) => sum + body.length, 0) : 0;

function drop(shelf: Shelf, key: string): void {
  shelf.bytes -= sizeOf(shelf.copies.get(key));
  shelf.copies.delete(key);
}
