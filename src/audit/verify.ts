import type { Sql } from '../database/connect.ts';
import { type Finding, HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { entryColumns } from './entry.ts';
import { formatHead, type Head, isSignedBy, keyIdOf, parseHead } from './head.ts';
import { type LinkedEntry, note, startWalk, step, type Walk } from './walk.ts';

/** Linked entries read at once: millions pass through a few megabytes. */
const batchSize = 5000;

/** What a verification found: an untouched trail has no findings. */
export type Verification = {
  /** Entries in the chain. */
  entries: number;
  /** Entries that the chainer has not come to yet. */
  unchained: number;
  /** The end as `position:hash`; undefined for an empty chain. */
  head: string | undefined;
  /** Everything that is wrong, with its position. */
  findings: Finding[];
  /** Findings beyond those listed. */
  more: number;
};

/**
 * Recomputes the whole chain and checks every signed head. Finds an edited, swapped, removed or added entry, a tail cut
 * off and a head that this hub's key did not sign; and, given a `head` that the log kept, a trail rewritten as a whole.
 * @throws HubError `invalid` when `head` is not `position:hash`.
 */
export async function verifyAudit(
  hub: Hub,
  { head }: { head?: string | undefined } = {},
): Promise<Verification> {
  const known = head === undefined ? undefined : parseHead(head);
  if (head !== undefined && !known) {
    throw new HubError('invalid', 'A head is written position:hash, as the log has it.');
  }
  // One snapshot: the chainer goes on meanwhile, and the heads must fit the entries.
  return hub.sql.begin('isolation level repeatable read read only', async (sql) => {
    const walk = startWalk(known);
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const entries = await readEntries(sql, after);
      const last = entries.at(-1);
      if (!last) break;
      for (const entry of entries) step(walk, entry);
      await checkHeads(hub, sql, { walk, entries, after });
      after = last.position;
    }
    await checkTail(sql, walk);
    return summary(sql, walk);
  });
}

function readEntries(sql: Sql, after: number) {
  return sql<LinkedEntry[]>`
    SELECT position, hash, ${entryColumns(sql)} FROM audit_entries
    WHERE position > ${after} ORDER BY position LIMIT ${batchSize}`;
}

type Batch = { walk: Walk; entries: LinkedEntry[]; after: number };

async function checkHeads(hub: Hub, sql: Sql, { walk, entries, after }: Batch): Promise<void> {
  const heads = await sql<Head[]>`
    SELECT * FROM audit_heads
    WHERE position > ${after} AND position <= ${walk.end.position} ORDER BY position`;
  if (heads.length === 0) return;
  const hashes = new Map(entries.map(({ position, hash }) => [position, hash]));
  const ownId = keyIdOf(hub.config.auditKey);
  for (const head of heads) {
    if (!hashes.get(head.position)?.equals(head.hash)) {
      note(walk, head.position, 'has another hash than its signed head: the trail was rewritten');
    }
    if (head.keyId !== ownId) {
      note(walk, head.position, `has a head signed with key ${head.keyId}; this hub's is ${ownId}`);
    } else if (!isSignedBy(hub.config.auditKey, head)) {
      note(walk, head.position, 'has a head with a false signature');
    }
  }
}

/** Where the trail ends, a signed head stands; none lies beyond. */
async function checkTail(sql: Sql, walk: Walk): Promise<void> {
  const { position } = walk.end;
  const [head] = await sql<{ position: number }[]>`
    SELECT position FROM audit_heads ORDER BY position DESC LIMIT 1`;
  const signed = head?.position ?? 0;
  if (signed > position)
    note(walk, signed, `was signed, yet the trail ends at ${position}: its tail was cut off`);
  if (signed < position)
    note(walk, position, `is the end, yet the last signed head is at ${signed}`);
  if (walk.known)
    note(walk, walk.known.position, `is the given head, yet the trail has no such entry`);
}

async function summary(sql: Sql, { end, linked, findings, more }: Walk): Promise<Verification> {
  const [count] = await sql<{ pending: number }[]>`
    SELECT count(*) AS pending FROM audit_entries WHERE position IS NULL`;
  const head = linked > 0 ? formatHead(end) : undefined;
  return { entries: linked, unchained: count?.pending ?? 0, head, findings, more };
}
