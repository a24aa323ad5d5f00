import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Entry } from './entry.ts';

export type MailFile = {
  /** Keeps a message; the promise settles once it is written, so that whoever knows its place can read it. */
  append(to: string, raw: Buffer): Promise<Entry>;
  close(): Promise<void>;
};

/** Begins the file of all mail: messages end to end, told apart by their entries. Memory holds none of them. */
export async function createMailFile(path: string): Promise<MailFile> {
  const stream = createWriteStream(path);
  await once(stream, 'open');
  let end = 0;
  return {
    append(to, raw) {
      const entry = { to, offset: end, length: raw.length };
      end += raw.length;
      return new Promise((resolve, reject) => {
        stream.write(raw, (error) => (error ? reject(error) : resolve(entry)));
      });
    },
    close: () => new Promise((resolve) => stream.end(() => resolve())),
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
