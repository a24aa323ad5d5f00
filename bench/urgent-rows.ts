import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from '../src/config.ts';
import { addProviders, addReaders } from '../test/support/crowd.ts';
import { publishFixture } from '../test/support/publication.ts';
import { type Child, startChild } from './child.ts';
import { median, percentile } from './median.ts';
import type { Options } from './options.ts';
import type { Row } from './row.ts';
import type { Taken } from './slow-relay.ts';
import { type Stage, setStage } from './stage.ts';

const perSecond = 20;
const providers = 5;

/** From the commit of a high/high publication until the relay took its first mail, while others wait by the hundred thousand. */
export async function measureUrgent({ queued, publications }: Options): Promise<Row[]> {
  return [
    await measure('the hub knows no rate', {}, { queued, publications }),
    await measure(
      `SMTP_RATE=${perSecond}`,
      { SMTP_RATE: String(perSecond) },
      { queued, publications },
    ),
  ];
}

type Sizes = Pick<Options, 'queued' | 'publications'>;

async function measure(name: string, settings: Environment, sizes: Sizes): Promise<Row> {
  const relay = await startChild<{ port: number }>('./slow-relay.ts', [perSecond]);
  const stage = await setStage();
  try {
    await addReaders(stage.hub.sql, sizes.queued);
    await addProviders(stage.hub.sql, providers);
    await stage.hub.sql`VACUUM ANALYZE`;
    await stage.serve({ SMTP_URL: `smtp://127.0.0.1:${relay.said.port}`, ...settings });
    const waits = await overtake(stage, relay, sizes.publications);
    const p95 = percentile(waits, 95);
    return {
      name: `publish → first high/high mail taken, ${sizes.queued} queued, ${perSecond}/s, ${name}`,
      unit: 'ms',
      value: p95,
      reference: null,
      ratio: null,
      target: `p95 ≤ 1000 ms over ${sizes.publications} publications`,
      met: p95 <= 1000,
      note: `median ${median(waits).toFixed(0)}, longest ${Math.max(...waits)}`,
    };
  } finally {
    await stage.close();
    await relay.close();
  }
}

async function overtake({ hub }: Stage, relay: Child<unknown>, times: number): Promise<number[]> {
  await publishFixture(hub.sql, { to: ['readers'] });
  // The queue is full and the relay busy before the first one comes.
  while ((await relay.ask<Taken>('')).all < perSecond) await pause(1000);
  const waits: number[] = [];
  for (let n = 0; n < times; n++) {
    await publishFixture(hub.sql, { to: ['providers'], urgent: true });
    const published = Date.now();
    const taken: number[] = [];
    while (taken.length < providers) {
      await pause(50);
      taken.push(...(await relay.ask<Taken>('')).urgent);
    }
    waits.push(Math.min(...taken) - published);
    await pause(500 + 37 * n); // not in step with anything
  }
  return waits;
}
