import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { type End, formatHead, type Head, signHead } from './head.ts';

/** The newest heads: the last one and the one before it. */
export async function findNewestHeads(sql: Sql): Promise<[last?: Head, before?: Head]> {
  const heads = await sql<Head[]>`SELECT * FROM audit_heads ORDER BY position DESC LIMIT 2`;
  return [...heads] as [Head?, Head?];
}

/**
 * Signs the end when the chain grew. Of every hour the first head is kept for good and written to the log, out of the
 * database's reach; of the others only the newest stands. One whose hour is over and that was not kept is signed again
 * in the new hour, so that also what came before a quiet night is in the log within the hour.
 */
export async function keepHead(hub: Hub, sql: Sql, end: End): Promise<void> {
  const [last, before] = await findNewestHeads(sql);
  const at = await readClock(sql);
  const lastIsKept = last && !sameHour(last, before);
  const grown = end.position > (last?.position ?? 0);
  if (!grown && (!last || lastIsKept || sameHour(last, { at }))) return;
  if (last && !lastIsKept) await sql`DELETE FROM audit_heads WHERE position = ${last.position}`;
  const head = signHead(hub.config.auditKey, { ...end, at });
  await sql`
    INSERT INTO audit_heads (position, hash, at, key_id, signature)
    VALUES (${head.position}, ${head.hash}, ${head.at}, ${head.keyId}, ${head.signature})`;
  if (!sameHour(head, lastIsKept ? last : before)) announce(hub, head);
}

async function readClock(sql: Sql): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`SELECT hub_now() AS now`;
  if (!row) throw new Error('The database told no time.');
  return row.now;
}

const hourOf = ({ at }: { at: Date }) => Math.floor(at.getTime() / 3_600_000);

function sameHour(a: { at: Date }, b: { at: Date } | undefined): boolean {
  return b !== undefined && hourOf(a) === hourOf(b);
}

function announce(hub: Hub, head: Head): void {
  const object = `audit:${head.position}`;
  const entry = { actor: 'system', action: 'audit.sign', object, result: 'ok', origin: 'hub' };
  hub.log.info({ ...entry, head: formatHead(head) }, 'head of the audit trail');
}
