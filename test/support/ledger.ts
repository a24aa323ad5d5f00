import type { Tlp } from '../../src/advisory/tlp.ts';
import type { Reason, RequestKind } from '../../src/fanout/reason.ts';
import type { DeliveryState } from '../../src/fanout/state.ts';
import type { Hub } from '../../src/hub.ts';

/** What publishing and sending leave behind, row by row: these tests are about the answers. */

type Issue = { trackingId?: string; ordinal?: number; tlp?: Tlp };

/** A published version; its advisory comes with the first. */
export async function createIssue({ sql }: Hub, issue: Issue = {}): Promise<number> {
  const { trackingId = 'NCSC-2019-0979', ordinal = 0, tlp = 'AMBER' } = issue;
  const text = (title: string) => ({
    title,
    summary: 'Kort.',
    description: '',
    advice: 'Doe iets.',
  });
  const texts = { nl: text('Kwetsbaarheid in Poort'), en: text('Vulnerability in Gateway') };
  const products = [
    { vendor: 'Nettech', name: 'Poort', versions: [{ version: '12.1', status: 'affected' }] },
  ];
  const content = { texts, products, cves: [], cwes: [], cvss: [], references: [] };
  const [row] = await sql<[{ id: number }]>`
    WITH added AS (
      INSERT INTO advisories (tracking_id, created_at) VALUES (${trackingId}, hub_now())
      ON CONFLICT (tracking_id) DO UPDATE SET tracking_id = excluded.tracking_id RETURNING id
    )
    INSERT INTO versions (advisory_id, ordinal, state, change, tlp, likelihood, impact, content, created_at, published_at)
    SELECT id, ${ordinal}, 'published', 'content', ${tlp}, 'high', 'high', ${sql.json(content)}, hub_now(), hub_now()
    FROM added RETURNING id`;
  return row.id;
}

type Sending = {
  versionId: number;
  reason?: Reason;
  requestKind?: RequestKind;
  requestedBy?: string;
  conditions?: { nl: string; en: string }[];
  deadlineAt?: Date;
};

/** An expanded dispatch of a version, with the approval behind it. */
export async function createDispatch({ sql }: Hub, sending: Sending): Promise<number> {
  const { versionId, reason = 'publication', requestKind, requestedBy, deadlineAt } = sending;
  const [row] = await sql<[{ id: number }]>`
    WITH operator AS (
      INSERT INTO operators (name, email, roles, created_at)
      VALUES ('Pieter', 'pieter@csirt.test', '{approver}', hub_now())
      ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id
    ), approval AS (
      INSERT INTO approvals (version_id, operator_id, at)
      SELECT ${versionId}, id, hub_now() FROM operator RETURNING id
    )
    INSERT INTO dispatches (version_id, reason, source, approval_id, position, channel_rule, request_kind, requested_by,
                            conditions, deadline_at, priority, created_at, expanded_at)
    SELECT ${versionId}, ${reason}, 'audience', id, 0, 'every', ${requestKind ?? null}, ${requestedBy ?? null},
           ${sql.json(sending.conditions ?? [])}, ${deadlineAt ?? null}, 0, hub_now(), hub_now()
    FROM approval RETURNING id`;
  return row.id;
}

type Sent = {
  dispatchId: number;
  contactId: number;
  organisationIds: number[];
  state?: DeliveryState;
  form?: 'full' | 'pointer';
  addressId?: number;
};

const columns: Partial<Record<DeliveryState, string>> = { queued: 'open', sending: 'open' };

/** A delivery to a contact, with the roll-ups that the fan-out keeps of it. */
export async function createDelivery({ sql }: Hub, sent: Sent): Promise<number> {
  const { dispatchId, contactId, organisationIds, state = 'sent', form = 'full' } = sent;
  const reached = state === 'sent' || state === 'delivered';
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO deliveries (dispatch_id, address_id, contact_id, organisation_ids, channel, lane, form, state, handed_at)
    VALUES (${dispatchId}, ${sent.addressId ?? contactId}, ${contactId}, ${organisationIds}, 'email', 'email', ${form},
            ${state}, CASE WHEN ${reached} THEN hub_now() END)
    RETURNING id`;
  const column = sql(columns[state] ?? state);
  await sql`
    INSERT INTO organisation_dispatches AS r (organisation_id, dispatch_id, ${column}, reached_at)
    SELECT o, ${dispatchId}, 1, CASE WHEN ${reached} THEN hub_now() END FROM unnest(${organisationIds}::int[]) AS o
    ON CONFLICT (dispatch_id, organisation_id)
    DO UPDATE SET ${column} = r.${column} + 1, reached_at = coalesce(r.reached_at, excluded.reached_at)`;
  return row.id;
}

/** How an organisation stands in a dispatch. */
export async function findRollUp({ sql }: Hub, dispatchId: number, organisationId: number) {
  const [row] = await sql`
    SELECT choice, acknowledged_at, response_status, responded_at FROM organisation_dispatches
    WHERE dispatch_id = ${dispatchId} AND organisation_id = ${organisationId}`;
  return row;
}
