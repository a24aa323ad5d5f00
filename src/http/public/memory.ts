import type { Known } from './again.ts';
import { sizeOf } from './shelf.ts';

/** Addresses, with a language each, that are remembered at once, and bytes of their pages. */
const most = { addresses: 2000, bytes: 16_000_000 };

/** Remembers answers of the newest edition, by what they were asked with; beyond a bound the oldest go. */
export function createMemory() {
  const pages = new Map<string, Known>();
  let edition: string | undefined;
  let bytes = 0;
  function forget(name: string): void {
    bytes -= sizeOf(pages.get(name)?.copy);
    pages.delete(name);
  }
  return {
    recall: (name: string) => pages.get(name),
    keep(name: string, page: Known): void {
      if (page.edition !== edition) for (const each of pages.keys()) forget(each);
      edition = page.edition;
      forget(name);
      pages.set(name, page);
      bytes += sizeOf(page.copy);
      for (const oldest of pages.keys()) {
        if (pages.size <= most.addresses && bytes <= most.bytes) return;
        forget(oldest);
      }
    },
  };
}
