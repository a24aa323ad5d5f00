import type { Child } from 'hono/jsx';
import type { Page } from './shelf.ts';

/** A page template's outcome as a public page. */
export async function html(page: Child, lastModified?: Date): Promise<Page> {
  return { body: String(await page), type: 'text/html; charset=utf-8', lastModified };
}
