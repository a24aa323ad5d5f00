import { entryColumns, genesis, linkHash, type StoredEntry } from '../../src/audit/entry.ts';
import type { Hub } from '../../src/hub.ts';

/** What somebody with full rights in the database can do: nothing there stops him. */
export async function tamper({ sql }: Hub, statement: string): Promise<void> {
  await sql`ALTER TABLE audit_entries DISABLE TRIGGER USER`;
  await sql.unsafe(statement);
  await sql`ALTER TABLE audit_entries ENABLE TRIGGER USER`;
}

/** The forger's masterpiece: after a change, every hash of the chain is made right again. */
export async function relink(hub: Hub): Promise<void> {
  const { sql } = hub;
  const entries = await sql<(StoredEntry & { position: number })[]>`
    SELECT position, ${entryColumns(sql)} FROM audit_entries
    WHERE position IS NOT NULL ORDER BY position`;
  let hash: Buffer = genesis;
  for (const { position, ...entry } of entries) {
    hash = linkHash(hash, entry);
    await tamper(
      hub,
      `UPDATE audit_entries SET hash = decode('${hash.toString('hex')}', 'hex') WHERE position = ${position}`,
    );
  }
}
