import { setTimeout as pause } from 'node:timers/promises';
import { addReaders } from '../test/support/crowd.ts';
import { publishFixture } from '../test/support/publication.ts';
import type { Options } from './options.ts';
import { processorMs } from './proc.ts';
import { notMeasured, type Row } from './row.ts';
import { findPostfix, noPostfix, startSink } from './sink.ts';
import { setStage } from './stage.ts';

const sizes = [1000, 10_000, 100_000, 1_000_000];

/** How time and processor grow with the audience, from the commit of a publication until the last outcome stands in the ledger. */
export async function measureGrowth({ rows: most }: Options): Promise<Row[]> {
  const postfix = findPostfix();
  const wanted = sizes.filter((size) => size <= most);
  if (!postfix)
    return wanted.map((size) => ({
      ...notMeasured(nameOf(size), 'ms', target, noPostfix),
      met: false,
    }));
  const rows: Row[] = [];
  for (const size of wanted) rows.push(await measure(postfix.sink, size, rows[0]));
  return rows;
}

const nameOf = (size: number) => `processor per mail, fan-out to ${size} subscribers`;
const target = 'reported beside the smallest';

async function measure(program: string, size: number, smallest: Row | undefined): Promise<Row> {
  const sink = await startSink(program);
  const stage = await setStage();
  const { sql } = stage.hub;
  try {
    await addReaders(sql, size);
    await sql`VACUUM ANALYZE`;
    const { pid } = await stage.serve({ SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
    const spentBy = () => ({ hub: processorMs(pid), postgres: processorMs(stage.postgres) });
    const before = spentBy();
    const began = performance.now();
    const { dispatchIds } = await publishFixture(sql, { to: ['readers'] });
    for (let open = 1; open > 0; await pause(100)) {
      const [total] = await sql<[{ deltas: number; open: number }]>`
        SELECT count(*) AS deltas, coalesce(sum(open), 0)::int AS open FROM dispatch_deltas
        WHERE dispatch_id = ANY(${dispatchIds})`;
      open = total.deltas > 0 ? total.open : 1;
    }
    const seconds = (performance.now() - began) / 1000;
    const after = spentBy();
    const [hub, postgres] = [after.hub - before.hub, after.postgres - before.postgres];
    const value = (hub + postgres) / size;
    const reference = smallest?.value ?? null;
    return {
      name: nameOf(size),
      unit: 'ms',
      value,
      reference,
      ratio: reference && value / reference,
      target,
      met: null,
      note: `${seconds.toFixed(1)} s, ${(size / seconds).toFixed(0)} mails/s; of it the hub's process ${(hub / size).toFixed(3)} ms, PostgreSQL ${(postgres / size).toFixed(3)} ms`,
    };
  } finally {
    await stage.close();
    await sink.close();
  }
}
