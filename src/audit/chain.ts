import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { entryColumns, genesis, linkHash, type StoredEntry } from './entry.ts';
import { type End, isSignedBy } from './head.ts';
import { findNewestHeads, keepHead } from './keep-head.ts';

/** Entries linked in one transaction. */
const batchSize = 5000;
/** Any number that no other advisory lock of the hub has. */
const chainerLock = 7_236_001;

/**
 * Links every committed entry that has no place in the chain yet and signs the new end. Run it every second or so, in as
 * many processes as there are: one chains at a time, the others find the lock taken and link nothing. A chain that does
 * not end where it was signed is left as it is, with an error in the log: signing it would cover up what happened to it.
 * @returns how many entries it linked
 */
export async function chain(hub: Hub): Promise<number> {
  let total = 0;
  for (;;) {
    const linked = await hub.sql.begin((sql) => pass(hub, sql));
    total += linked;
    if (linked < batchSize) return total;
  }
}

async function pass(hub: Hub, sql: Sql): Promise<number> {
  const [lock] = await sql`SELECT pg_try_advisory_xact_lock(${chainerLock}) AS taken`;
  if (!lock?.taken) return 0;
  const last = await findEnd(sql);
  if (!(await isUntouched(hub, sql, last))) return 0;
  const entries = await sql<StoredEntry[]>`
    SELECT ${entryColumns(sql)} FROM audit_entries
    WHERE position IS NULL ORDER BY id LIMIT ${batchSize}`;
  const end = entries.length > 0 ? await link(sql, last, entries) : last;
  await keepHead(hub, sql, end);
  return entries.length;
}

async function findEnd(sql: Sql): Promise<End> {
  const [end] = await sql<End[]>`
    SELECT position, hash FROM audit_entries
    WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1`;
  return end ?? { position: 0, hash: genesis };
}

async function isUntouched(hub: Hub, sql: Sql, end: End): Promise<boolean> {
  const [head] = await findNewestHeads(sql);
  if (!head && end.position === 0) return true;
  const matches = head?.position === end.position && head.hash.equals(end.hash);
  if (matches && isSignedBy(hub.config.auditKey, head)) return true;
  const object = `audit:${end.position}`;
  hub.log.error(
    { actor: 'system', action: 'audit.chain', object, result: 'refused', origin: 'hub' },
    'the audit trail does not end where this hub signed it: run `semafoor audit verify`',
  );
  return false;
}

async function link(sql: Sql, last: End, entries: StoredEntry[]): Promise<End> {
  const hashes: Buffer[] = [];
  let hash = last.hash;
  for (const entry of entries) {
    hash = linkHash(hash, entry);
    hashes.push(hash);
  }
  await sql`
    UPDATE audit_entries e SET position = l.position, hash = decode(l.hash, 'hex')
    FROM unnest(
      ${entries.map(({ id }) => id)}::bigint[],
      ${entries.map((_, index) => last.position + index + 1)}::bigint[],
      ${hashes.map((each) => each.toString('hex'))}::text[]
    ) AS l (id, position, hash)
    WHERE e.id = l.id`;
  return { position: last.position + entries.length, hash };
}
