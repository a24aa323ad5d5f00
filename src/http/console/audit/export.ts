import { stringify } from 'csv-stringify/sync';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { type ListedEntry, listEntries } from '../../../audit/list-entries.ts';
import type { CallerEnv } from '../../caller.ts';
import { readFilter } from './filter.ts';

/** Entries read at once: millions pass through a few megabytes. */
const batch = 1000;
const columns = ['id', 'at', 'actor', 'action', 'object', 'result', 'origin', 'detail', 'position'];

/** The trail as JSON Lines, the newest entry first. */
export const exportJsonLines = (c: Context<CallerEnv>) =>
  exportAs(c, {
    name: 'audit.jsonl',
    type: 'application/jsonl',
    write: (entries) =>
      entries.map(({ name: _, ...entry }) => `${JSON.stringify(entry)}\n`).join(''),
  });

/** The trail as a spreadsheet takes it; nothing in it is run by whoever opens the file. */
export const exportCsv = (c: Context<CallerEnv>) =>
  exportAs(c, {
    name: 'audit.csv',
    type: 'text/csv; charset=utf-8',
    write: (entries, isFirst) =>
      stringify(
        entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
        { columns, header: isFirst, bom: isFirst, escape_formulas: true },
      ),
  });

type Export = {
  name: string;
  type: string;
  write: (entries: ListedEntry[], isFirst: boolean) => string;
};

function exportAs(c: Context<CallerEnv>, { name, type, write }: Export) {
  const { sql } = c.get('hub');
  const filter = readFilter(c);
  c.header('Content-Type', type);
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return stream(c, async (out) => {
    let before: number | null = null;
    for (;;) {
      const entries: ListedEntry[] = await listEntries(sql, filter, { before, limit: batch });
      if (entries.length > 0 || before === null) await out.write(write(entries, before === null));
      before = entries.at(-1)?.id ?? null;
      if (entries.length < batch || out.aborted) return;
    }
  });
}
