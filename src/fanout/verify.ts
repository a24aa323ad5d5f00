import type { Hub } from '../hub.ts';

/** A count that does not agree with the ledger: `total` of a dispatch, or `roll-up` of an organisation in it, 1 where it was reached. */
export type Discrepancy = {
  what: 'total' | 'roll-up';
  dispatchId: number;
  organisationId: number | null;
  state: string;
  recorded: number;
  counted: number;
};

/** Recounts every total and roll-up from the ledger, in one snapshot; an empty list means that all agree. */
export async function verify(hub: Hub): Promise<Discrepancy[]> {
  return hub.sql.begin('isolation level repeatable read read only', async (sql) => {
    const states = ['open', 'sent', 'delivered', 'bounced', 'failed', 'cancelled', 'skipped'];
    const sums = sql.unsafe(states.map((state) => `sum(${state})::int AS ${state}`).join(', '));
    const counts = sql.unsafe(
      states
        .map(
          (state) =>
            `count(*) FILTER (WHERE ${state === 'open' ? "state IN ('queued', 'sending')" : `state = '${state}'`})::int AS ${state}`,
        )
        .join(', '),
    );
    const pairs = sql.unsafe(
      states.map((state) => `('${state}', r.${state}, c.${state})`).join(', '),
    );
    const totals = await sql<Discrepancy[]>`
      WITH r AS (SELECT dispatch_id, ${sums} FROM dispatch_deltas GROUP BY dispatch_id),
           c AS (SELECT dispatch_id, ${counts} FROM deliveries GROUP BY dispatch_id)
      SELECT 'total' AS what, dispatch_id, NULL::int AS organisation_id, s.state,
             coalesce(s.recorded, 0) AS recorded, coalesce(s.counted, 0) AS counted
      FROM r FULL JOIN c USING (dispatch_id) CROSS JOIN LATERAL (VALUES ${pairs}) AS s (state, recorded, counted)
      WHERE coalesce(s.recorded, 0) <> coalesce(s.counted, 0)
      ORDER BY dispatch_id, s.state`;
    const rollUps = await sql<Discrepancy[]>`
      WITH r AS (SELECT *, (reached_at IS NOT NULL)::int AS reached FROM organisation_dispatches),
           c AS (SELECT d.dispatch_id, o.organisation_id, ${counts},
                        bool_or(state IN ('sent', 'delivered') OR t.delivery_id IS NOT NULL)::int AS reached
                 FROM deliveries d CROSS JOIN LATERAL unnest(d.organisation_ids) AS o (organisation_id)
                 LEFT JOIN (SELECT DISTINCT delivery_id FROM replays WHERE sent) t ON t.delivery_id = d.id
                 GROUP BY d.dispatch_id, o.organisation_id)
      SELECT 'roll-up' AS what, dispatch_id, organisation_id, s.state,
             coalesce(s.recorded, 0) AS recorded, coalesce(s.counted, 0) AS counted
      FROM r FULL JOIN c USING (dispatch_id, organisation_id)
      CROSS JOIN LATERAL (VALUES ${pairs}, ('reached', r.reached, c.reached)) AS s (state, recorded, counted)
      WHERE coalesce(s.recorded, 0) <> coalesce(s.counted, 0)
      ORDER BY dispatch_id, organisation_id, s.state`;
    return [...totals, ...rollUps];
  });
}
