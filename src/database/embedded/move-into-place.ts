import { rename, rm } from 'node:fs/promises';

/** What is made aside and moved into place is never seen half; of two makers the first one wins. */
export async function moveIntoPlace(draft: string, place: string): Promise<void> {
  try {
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
