import { z } from 'zod';
import { record } from '../audit.ts';
import type { Fragment, Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';

const held = z.strictObject({
  dispatchId: z.int().positive(),
  operatorId: z.int().positive(),
});
const heldFor = held.extend({ reason: z.string().trim().min(1).max(1000) });

type Held = z.output<typeof held>;
type HeldFor = z.output<typeof heldFor>;

/**
 * Pauses a dispatch: what is on the wire ends, dispatchers give the rest back, and nothing is claimed until it is resumed.
 * @throws HubError invalid | forbidden | conflict
 */
export async function pause(hub: Hub, input: HeldFor): Promise<void> {
  const { dispatchId, operatorId, reason } = parse(heldFor, input);
  await change(
    hub,
    { dispatchId, operatorId, action: 'pause' },
    (sql) => sql`
    UPDATE dispatches SET paused_at = hub_now(), paused_reason = ${reason}
    WHERE id = ${dispatchId} AND paused_at IS NULL AND stopped_at IS NULL AND finished_at IS NULL`,
  );
}

/** @throws HubError invalid | forbidden | conflict when it is not paused */
export async function resume(hub: Hub, input: Held): Promise<void> {
  const { dispatchId, operatorId } = parse(held, input);
  await change(
    hub,
    { dispatchId, operatorId, action: 'resume' },
    (sql) => sql`
    UPDATE dispatches SET paused_at = NULL, paused_reason = NULL
    WHERE id = ${dispatchId} AND paused_at IS NOT NULL AND stopped_at IS NULL`,
  );
}

/**
 * Cancels what is not on the wire yet of a dispatch, with the reason in every row. There is no way back: send it again by
 * hand.
 * @throws HubError invalid | forbidden | conflict
 */
export async function cancel(hub: Hub, input: HeldFor): Promise<void> {
  const { dispatchId, operatorId, reason } = parse(heldFor, input);
  await change(
    hub,
    { dispatchId, operatorId, action: 'cancel' },
    (sql) => sql`
    UPDATE dispatches SET stopped_at = hub_now(), stopped_reason = ${`cancelled: ${reason}`}
    WHERE id = ${dispatchId} AND stopped_at IS NULL AND finished_at IS NULL`,
  );
}

type Statement = (sql: Sql) => Fragment;

async function change(
  hub: Hub,
  { dispatchId, operatorId, action }: Held & { action: string },
  statement: Statement,
) {
  await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['duty officer', 'approver']);
    const changed = await statement(sql);
    if (changed.count === 0)
      throw new HubError(
        'conflict',
        `Dispatch ${dispatchId} cannot ${action} now: look at its state and try again.`,
      );
    await record(sql, {
      actor: `operator:${operatorId}`,
      action,
      object: `dispatch:${dispatchId}`,
    });
    await sql`SELECT pg_notify('fanout', ${action})`;
  });
}
