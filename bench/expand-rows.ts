import { expandNext } from '../src/fanout/expand.ts';
import type { Hub } from '../src/hub.ts';
import { addReaders } from '../test/support/crowd.ts';
import { publishFixture } from '../test/support/publication.ts';
import { interleave } from './interleave.ts';
import { median, ratioOf } from './median.ts';
import type { Options } from './options.ts';
import type { Row } from './row.ts';
import { setStage } from './stage.ts';

/** Expanding a dispatch to every confirmed subscriber, beside the INSERT that writes the same rows and nothing else. */
export async function measureExpansion({ rows, runs }: Options): Promise<Row[]> {
  const stage = await setStage();
  try {
    await addReaders(stage.hub.sql, rows);
    await stage.hub.sql`VACUUM ANALYZE`;
    const { expanded, inserted } = await interleave(runs, {
      expanded: () => expand(stage.hub, rows),
      inserted: () => insert(stage.hub, rows),
    });
    const ratio = ratioOf(expanded, inserted);
    return [
      {
        name: `expand a dispatch to ${rows} addresses`,
        unit: 's',
        value: median(expanded) / 1000,
        reference: median(inserted) / 1000,
        ratio,
        target: '≤ 1.3 × a bare INSERT … SELECT',
        met: ratio <= 1.3,
      },
    ];
  } finally {
    await stage.close();
  }
}

async function expand(hub: Hub, rows: number): Promise<number> {
  await empty(hub);
  await publishFixture(hub.sql, { to: ['readers'] });
  const began = performance.now();
  const count = await expandNext(hub);
  const ms = performance.now() - began;
  if (count !== rows) throw new Error(`${count} of ${rows} were expanded`);
  return ms;
}

async function insert(hub: Hub, rows: number): Promise<number> {
  await empty(hub);
  const began = performance.now();
  const { count } = await hub.sql`
    INSERT INTO deliveries (dispatch_id, address_id, contact_id, organisation_ids, channel, lane, form, state)
    SELECT 1, id, NULL, NULL, channel, lane, 'full', 'queued' FROM addresses WHERE subscription_id IS NOT NULL`;
  const ms = performance.now() - began;
  if (count !== rows) throw new Error(`${count} of ${rows} were inserted`);
  return ms;
}

/** Both begin with the same empty table and nothing left to write out. */
async function empty({ sql }: Hub) {
  await sql`TRUNCATE deliveries, dispatch_deltas, organisation_dispatches, dispatch_changes`;
  await sql`UPDATE dispatches SET expanded_at = hub_now(), finished_at = hub_now() WHERE expanded_at IS NULL`;
  await sql`CHECKPOINT`;
}
