import { closeSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Entry } from './entry.ts';

export type MailFile = {
  /** Keeps a message: whoever knows its place can read it at once. */
  append(to: string, raw: Buffer): Entry;
  close(): void;
};

/**
 * Begins the file of all mail: messages end to end, told apart by their entries. Memory holds none of them. A message
 * is written where it stands: to wait for the thread pool twenty thousand times would cost more than the writing.
 */
export function createMailFile(path: string): MailFile {
  const file = openSync(path, 'w');
  let end = 0;
  return {
    append(to, raw) {
      const entry = { to, offset: end, length: raw.length };
      for (let done = 0; done < raw.length; )
        done += writeSync(file, raw, done, raw.length - done, end + done);
      end += raw.length;
      return entry;
    },
    close: () => closeSync(file),
  };
}

export type MailReader = { read(entry: Entry): Promise<Buffer>; close(): Promise<void> };

/** Opens the file of all mail for reading. */
export async function openMailReader(path: string): Promise<MailReader> {
  const file = await open(path, 'r');
  return {
    async read({ offset, length }) {
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer;
    },
    close: () => file.close(),
  };
}
