import { findBoard } from '../src/acknowledgement/board.ts';
import { expandNext } from '../src/fanout/expand.ts';
import { listProgress } from '../src/fanout/progress.ts';
import type { Hub } from '../src/hub.ts';
import { addProviders } from '../test/support/crowd.ts';
import { publishFixture } from '../test/support/publication.ts';
import { median } from './median.ts';
import type { Options } from './options.ts';
import type { Row } from './row.ts';
import { setStage } from './stage.ts';

const versions = 7;

/** What the console asks in the middle of a crisis: the totals of seven versions, and how every organisation stands in each. */
export async function measureBoard({ organisations, runs }: Options): Promise<Row[]> {
  const stage = await setStage();
  try {
    const { advisoryId, dispatchIds } = await publishSeven(stage.hub, organisations);
    const ask = async () => {
      const began = performance.now();
      const [board] = await Promise.all([
        findBoard(stage.hub, { advisoryId }),
        listProgress(stage.hub.sql, dispatchIds),
      ]);
      if (board.rows.length !== organisations) throw new Error(`${board.rows.length} rows`);
      return performance.now() - began;
    };
    await ask();
    const times: number[] = [];
    for (let n = 0; n < 2 * runs; n++) times.push(await ask());
    const value = median(times);
    return [
      {
        name: `progress and board of ${organisations} organisations × ${versions} versions`,
        unit: 'ms',
        value,
        reference: null,
        ratio: null,
        target: '≤ 100 ms',
        met: value <= 100,
      },
    ];
  } finally {
    await stage.close();
  }
}

/** Seven versions of one advisory, each sent to everybody, some answered. */
async function publishSeven(hub: Hub, organisations: number) {
  const { sql } = hub;
  await addProviders(sql, organisations);
  const dispatchIds: number[] = [];
  for (let n = 0; n < versions; n++) {
    const published = await publishFixture(sql, { to: ['providers'] });
    await expandNext(hub);
    dispatchIds.push(...published.dispatchIds);
  }
  await sql`
    UPDATE organisation_dispatches SET open = 0, sent = 1, reached_at = hub_now(),
      choice = (ARRAY['received', 'acting', NULL, NULL]::choice[])[1 + (organisation_id + dispatch_id) % 4],
      acknowledged_at = CASE WHEN (organisation_id + dispatch_id) % 4 < 2 THEN hub_now() END`;
  // One advisory of seven versions: the fixture makes an advisory each, and published versions never change by verbs.
  const [advisory] = await sql.begin(async (sql) => {
    await sql`ALTER TABLE versions DISABLE TRIGGER published_version_never_changes`;
    const rows = await sql<{ advisoryId: number }[]>`
      UPDATE versions SET advisory_id = (SELECT min(id) FROM advisories), ordinal = id - (SELECT min(id) FROM versions)
      RETURNING advisory_id`;
    await sql`ALTER TABLE versions ENABLE TRIGGER published_version_never_changes`;
    return rows;
  });
  await sql`VACUUM ANALYZE`;
  return { advisoryId: advisory?.advisoryId as number, dispatchIds };
}
