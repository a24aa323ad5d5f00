import type { Sql } from '../database/connect.ts';
import { type Choice, choices, type ResponseStatus, responseStatuses } from './choice.ts';

/** The roll-up of an organisation in a dispatch, as far as a cell of the board is made of it. */
export type RollUp = {
  open: boolean;
  reached: boolean;
  failed: boolean;
  cancelled: boolean;
  choice: Choice | null;
  response: ResponseStatus | null;
};

/** All whose roll-ups in one dispatch are alike. */
export type Alike = { dispatchId: number; rollUp: RollUp; organisationIds: number[] };

/**
 * The one query over the roll-ups. It groups by how organisations stand, not by organisation: of 70,000 roll-ups
 * some dozens of rows come back. How they stand is one number, made where PostgreSQL does not see of what (OFFSET 0):
 * from the columns it would expect a group per roll-up and sort them all on disk instead of hashing them.
 */
export async function listRollUps(sql: Sql, dispatchIds: number[]): Promise<Alike[]> {
  const rows = await sql<(Omit<Alike, 'rollUp'> & { bits: number })[]>`
    SELECT dispatch_id, bits, json_agg(organisation_id) AS organisation_ids
    FROM (SELECT dispatch_id, organisation_id,
                 (open > 0)::int + 2 * (reached_at IS NOT NULL)::int + 4 * (failed + bounced > 0)::int
                 + 8 * (cancelled > 0)::int
                 + 16 * coalesce(array_position(${choices}::choice[], choice), 0)
                 + 128 * coalesce(array_position(${responseStatuses}::response_status[], response_status), 0) AS bits
          FROM organisation_dispatches
          WHERE dispatch_id = ANY(${dispatchIds}::int[])
          OFFSET 0) r
    GROUP BY dispatch_id, bits ORDER BY dispatch_id`;
  return rows.map(({ bits, ...alike }) => ({ ...alike, rollUp: read(bits) }));
}

const read = (bits: number): RollUp => ({
  open: (bits & 1) > 0,
  reached: (bits & 2) > 0,
  failed: (bits & 4) > 0,
  cancelled: (bits & 8) > 0,
  choice: choices[((bits >> 4) & 7) - 1] ?? null,
  response: responseStatuses[(bits >> 7) - 1] ?? null,
});
