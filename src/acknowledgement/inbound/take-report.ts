import { mandatoryKinds } from '../../audience/kind.ts';
import { record } from '../../audit.ts';
import type { Sql } from '../../database/connect.ts';
import { storable } from '../../fanout/settle.ts';
import { settleLate } from '../../fanout/settle-late.ts';
import type { DeliveryState } from '../../fanout/state.ts';
import type { Hub } from '../../hub.ts';
import { openTask } from '../../task.ts';
import type { InboundMail } from './mail.ts';
import { dropped, type Outcome } from './outcome.ts';
import { readReport } from './report.ts';
import { type Verdict, verdictOf } from './verdict.ts';

type Reported = { id: number; state: DeliveryState; addressId: number; target: string };

/**
 * Lets a report settle its delivery (RFC 3464). A hard bounce takes the address out of use in the same transaction, and
 * opens a task where the CSIRT must reach its owner by law; the phone list reads the ledger, so it shows it at once.
 */
export async function takeReport(
  hub: Hub,
  deliveryId: number,
  mail: InboundMail,
): Promise<Outcome> {
  const { report } = mail;
  if (report === null) return dropped('no report');
  return hub.sql.begin(async (sql): Promise<Outcome> => {
    const [delivery] = await sql<Reported[]>`
      SELECT d.id, d.state, d.address_id, a.target FROM deliveries d JOIN addresses a ON a.id = d.address_id
      WHERE d.id = ${deliveryId}`;
    if (!delivery) return dropped('no such delivery');
    if (delivery.state === 'queued' || delivery.state === 'sending')
      return { outcome: 'early', reason: null };
    const verdict = verdictOf(readReport(report), delivery.target);
    if (!verdict) return dropped('unreadable report');
    if (verdict.state === 'noted') return note(sql, delivery, verdict);
    const late = { deliveryId, state: verdict.state, words: verdict.words };
    if (!(await settleLate(sql, late))) return dropped('settled already');
    if (verdict.condemns) await disable(sql, delivery, verdict);
    return { outcome: verdict.state, reason: null };
  });
}

/** Keeps what a server said of a message that is still on its way. */
async function note(sql: Sql, { id }: Reported, { words }: Verdict): Promise<Outcome> {
  const noted = await sql`
    UPDATE deliveries SET detail = ${storable(words)} WHERE id = ${id} AND state = 'sent'`;
  if (noted.count === 0) return dropped('settled already');
  await record(sql, {
    actor: 'system',
    action: 'note',
    object: `delivery:${id}`,
    origin: 'report',
  });
  return { outcome: 'noted', reason: null };
}

/** Takes the address out of use, with what the server said, and tells who is on duty. */
async function disable(sql: Sql, { addressId, target }: Reported, { words }: Verdict) {
  const why = `mail came back: ${storable(words.replaceAll(target, '…'))}`.slice(0, 500);
  const [disabled] = await sql<{ mandatory: boolean }[]>`
    UPDATE addresses a SET disabled_at = hub_now(), disabled_reason = ${why}
    WHERE a.id = ${addressId} AND a.disabled_at IS NULL
    RETURNING EXISTS (SELECT FROM contact_organisations co JOIN organisations o ON o.id = co.organisation_id
                      WHERE co.contact_id = a.contact_id AND o.removed_at IS NULL
                        AND o.kind = ANY(${[...mandatoryKinds]}::kind[])) AS mandatory`;
  if (!disabled) return;
  const object = `address:${addressId}`;
  await record(sql, { actor: 'system', action: 'disable', object, origin: 'report' });
  if (!disabled.mandatory) return;
  await openTask(sql, { kind: 'address stopped working', subject: object, addressId, detail: why });
}
