import { setTimeout as pause } from 'node:timers/promises';
import { addReaders } from '../test/support/crowd.ts';
import { publishFixture } from '../test/support/publication.ts';
import { median } from './median.ts';
import type { Options } from './options.ts';
import { residentMb } from './proc.ts';
import { notMeasured, type Row } from './row.ts';
import { findPostfix, noPostfix, startSink } from './sink.ts';
import { setStage } from './stage.ts';

/** The hub's process while it expands and mails the large audience: how far above idle, and whether it keeps rising. */
export async function measureMemory({ rows, seconds }: Options): Promise<Row[]> {
  const name = `memory of the dispatcher above idle during the first ${seconds} s of ${rows}`;
  const postfix = findPostfix();
  if (!postfix)
    return [{ ...notMeasured(name, 'MB', '≤ 200 MB above idle, flat', noPostfix), met: false }];
  const sink = await startSink(postfix.sink);
  const stage = await setStage();
  try {
    await addReaders(stage.hub.sql, rows);
    await stage.hub.sql`VACUUM ANALYZE`;
    const { pid } = await stage.serve({ SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
    await pause(5000);
    const idle = residentMb(pid);
    await publishFixture(stage.hub.sql, { to: ['readers'] });
    const samples: number[] = [];
    for (let n = 0; n < seconds * 4; n++) {
      await pause(250);
      samples.push(residentMb(pid) - idle);
    }
    const [sent] = await stage.hub.sql<
      [{ sent: number }]
    >`SELECT coalesce(sum(sent), 0)::int AS sent FROM dispatch_deltas`;
    const highest = Math.max(...samples);
    const part = Math.ceil(samples.length / 4);
    const rise = median(samples.slice(-part)) - median(samples.slice(part, 2 * part));
    return [
      {
        name,
        unit: 'MB',
        value: highest,
        reference: idle,
        ratio: null,
        target: '≤ 200 MB above idle, flat',
        met: highest <= 200 && rise < 20,
        note: `reference is the idle process; from the second quarter of the time to the last it changed by ${rise.toFixed(0)} MB; ${sent.sent} mails sent meanwhile`,
      },
    ];
  } finally {
    await stage.close();
    await sink.close();
  }
}
