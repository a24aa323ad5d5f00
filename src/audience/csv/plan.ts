import type { Sql } from '../../database/connect.ts';
import type { BadCells } from './bad-cell.ts';
import { compare } from './compare.ts';
import { decode } from './decode.ts';
import { readHeader } from './header.ts';
import { type Counts, countActions, listBadCells } from './outcome.ts';
import { defaultOf } from './row.ts';
import type { Says, Sheet } from './sheet.ts';
import { stage } from './stage.ts';

/** What a file would do to what is stored now; it stands in the transaction's `import_rows`. */
export type Plan = { counts: Counts; digest: string; bad: BadCells; says: Says };

/**
 * Works out what a file would do. `lock` is called between reading it, which takes the longest, and the first look at
 * what is stored.
 * @throws HubError too_large | invalid where it is no CSV of this sheet at all
 */
export async function plan(
  sql: Sql,
  sheet: Sheet,
  { csv, lock }: { csv: Uint8Array | string; lock?: () => Promise<void> },
): Promise<Plan> {
  const text = decode(csv);
  const header = readHeader(text, sheet);
  const cells = await stage(sql, sheet, { text, header });
  await lock?.();
  const says = {
    fields: header.columns.map(({ field }) => field),
    defaults: Object.fromEntries(
      sheet.columns.map(({ field }) => [field, defaultOf(sheet, field) ?? null]),
    ),
  };
  await sheet.resolve(sql, says);
  await compare(sql, sheet);
  const { counts, digest } = await countActions(sql);
  return { counts, digest, bad: await listBadCells(sql, sheet, cells), says };
}
