import { randomUUID } from 'node:crypto';
import { type Claimed, claim } from '../../src/fanout/claim.ts';
import { release } from '../../src/fanout/outcome.ts';
import type { Outcome } from '../../src/fanout/settle.ts';
import type { Hub } from '../../src/hub.ts';

/** How many deliveries of the whole ledger are in each state; states without any are left out. */
export async function countStates({ sql }: Hub): Promise<Record<string, number>> {
  const rows = await sql<{ state: string; count: number }[]>`
    SELECT state, count(*) FROM deliveries GROUP BY state`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** A delivery as its row stands, by its address. */
export async function findDelivery({ sql }: Hub, target: string) {
  const [row] = await sql<
    {
      id: number;
      state: string;
      detail: string | null;
      attempts: number;
      handedAt: Date | null;
      settledAt: Date | null;
      leaseId: string | null;
      /** Real seconds until it is due. */
      waits: number;
    }[]
  >`
    SELECT d.*, extract(epoch FROM d.due_at - clock_timestamp())::float8 AS waits
    FROM deliveries d JOIN addresses a ON a.id = d.address_id WHERE a.target = ${target}`;
  if (!row) throw new Error(`nothing goes to ${target}`);
  return row;
}

/** Claims like a dispatcher does. */
export function claimSome(hub: Hub, limit: number, leaseSeconds = 60): Promise<Claimed[]> {
  const leaseId = randomUUID();
  const rate = Number.POSITIVE_INFINITY;
  return claim(hub.sql, { lane: 'email', rate, limit, maxPriority: 9, leaseId, leaseSeconds });
}

/** What a dispatcher would write of a claimed delivery. */
export function outcome(delivery: Claimed, became: Partial<Outcome>): Outcome {
  return { ...release(delivery), released: false, state: 'sent', ...became };
}

/** Lets the next try of everything that waits be now. */
export async function dueNow({ sql }: Hub): Promise<void> {
  await sql`UPDATE deliveries SET due_at = clock_timestamp() WHERE state = 'queued'`;
}
