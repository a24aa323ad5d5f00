import type { Form } from '../audience/ceiling.ts';
import type { Sql } from '../database/connect.ts';
import type { DeliveryState } from './state.ts';

/** A delivery as the ledger has it, with who it is for. */
export type ListedDelivery = {
  id: number;
  addressId: number;
  channel: string;
  target: string;
  contact: string | null;
  organisations: string[];
  form: Form;
  state: DeliveryState;
  attempts: number;
  handedAt: Date | null;
  settledAt: Date | null;
  detail: string | null;
};

type Sought = {
  dispatchId: number;
  states?: readonly DeliveryState[];
  channel?: string;
  /** Part of a name of an organisation or contact. */
  search?: string;
  /** The last address of the page before. */
  after?: number;
  limit: number;
};

/** Deliveries of one dispatch by address; the index that keeps them unique also pages through them. */
export function listDeliveries(sql: Sql, sought: Sought) {
  const { dispatchId, states = [], channel = '', search = '', after = 0, limit } = sought;
  const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<ListedDelivery[]>`
    SELECT d.id, d.address_id, d.channel, a.target, c.name AS contact, o.organisations, d.form, d.state, d.attempts,
           d.handed_at, d.settled_at, d.detail
    FROM deliveries d
    JOIN addresses a     ON a.id = d.address_id
    LEFT JOIN contacts c ON c.id = d.contact_id
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(name ORDER BY name), '{}') AS organisations
      FROM organisations WHERE id = ANY(d.organisation_ids)) o
    WHERE d.dispatch_id = ${dispatchId} AND d.address_id > ${after}
      AND (${states.length === 0} OR d.state = ANY(${[...states]}::text[]::delivery_state[]))
      AND (${channel === ''} OR d.channel = ${channel})
      AND (${search === ''} OR c.name ILIKE ${part} OR array_to_string(o.organisations, ' ') ILIKE ${part})
    ORDER BY d.address_id
    LIMIT ${limit}`;
}
