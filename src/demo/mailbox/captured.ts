import PostalMime, { type Email } from 'postal-mime';
import { HubError } from '../../errors.ts';
import type { Entry } from '../world/entry.ts';

/** The mail that was captured, wherever it is kept; a message's number counts from 1, in order of arrival. */
export type Captured = { entries: readonly Entry[]; read(entry: Entry): Promise<Buffer> };

/** One message of the list. */
export type Line = { number: number; to: string; subject: string; date: Date | null };

const perPage = 25;

/** One page of the list, the newest first; `only` keeps the mail of these addresses. */
export async function listMail(
  { entries, read }: Captured,
  { page, only }: { page: number; only: Set<string> | null },
): Promise<{ lines: Line[]; count: number; pages: number }> {
  const numbers: number[] = [];
  for (let index = entries.length - 1; index >= 0; index -= 1)
    if (!only || only.has((entries[index] as Entry).to)) numbers.push(index + 1);
  const shown = numbers.slice((page - 1) * perPage, page * perPage);
  const lines = await Promise.all(
    shown.map(async (number) => {
      const entry = entries[number - 1] as Entry;
      const { subject = '', date } = await PostalMime.parse(await read(entry));
      return { number, to: entry.to, subject, date: date ? new Date(date) : null };
    }),
  );
  return { lines, count: numbers.length, pages: Math.max(1, Math.ceil(numbers.length / perPage)) };
}

/** A message as it came in. */
export type Mail = { number: number; to: string; source: Buffer; parsed: Email };

/** @throws HubError not_found */
export async function findMail({ entries, read }: Captured, number: number): Promise<Mail> {
  const entry = entries[number - 1];
  if (!entry) throw new HubError('not_found', `There is no message ${number} in the mailbox.`);
  const source = await read(entry);
  return { number, to: entry.to, source, parsed: await PostalMime.parse(source) };
}
