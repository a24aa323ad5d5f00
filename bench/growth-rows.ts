import { setTimeout as pause } from 'node:timers/promises';
import { addReaders } from '../test/support/crowd.ts';
import { publishFixture } from '../test/support/publication.ts';
import { median } from './median.ts';
import type { Options } from './options.ts';
import { processorMs, residentMb } from './proc.ts';
import { notMeasured, type Row } from './row.ts';
import { findPostfix, noPostfix, startSink } from './sink.ts';
import { setStage } from './stage.ts';

const sizes = [1000, 10_000, 100_000, 1_000_000];

/**
 * How time, processor and memory grow with the audience, from the commit of a publication until the last outcome stands
 * in the ledger.
 */
export async function measureGrowth({ rows: most }: Options): Promise<Row[]> {
  const postfix = findPostfix();
  const wanted = sizes.filter((size) => size <= most);
  if (!postfix)
    return wanted.map((size) => ({
      ...notMeasured(nameOf(size), 'ms', beside, noPostfix),
      met: false,
    }));
  const courses: Course[] = [];
  for (const size of wanted) courses.push(await send(postfix.sink, size));
  const [smallest] = courses;
  return courses.flatMap((course) => [
    processorRow(course, smallest === course ? undefined : smallest),
    ...(course === courses.at(-1) ? [memoryRow(course)] : []),
  ]);
}

/** One fan-out, whole: processor time in ms, resident memory of the hub's process in MB, four times a second. */
type Course = {
  size: number;
  seconds: number;
  hubMs: number;
  postgresMs: number;
  idleMb: number;
  memoryMb: number[];
};

async function send(program: string, size: number): Promise<Course> {
  const sink = await startSink(program);
  const stage = await setStage();
  const { sql } = stage.hub;
  try {
    await addReaders(sql, size);
    await sql`VACUUM ANALYZE`;
    const { pid } = await stage.serve({ SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
    await pause(5000);
    const idleMb = residentMb(pid);
    const spentBy = () => ({ hub: processorMs(pid), postgres: processorMs(stage.postgres) });
    const before = spentBy();
    const began = performance.now();
    const { dispatchIds } = await publishFixture(sql, { to: ['readers'] });
    const memoryMb: number[] = [];
    for (let open = 1; open > 0; ) {
      await pause(250);
      memoryMb.push(residentMb(pid));
      const [total] = await sql<[{ deltas: number; open: number }]>`
        SELECT count(*) AS deltas, coalesce(sum(open), 0)::int AS open FROM dispatch_deltas
        WHERE dispatch_id = ANY(${dispatchIds})`;
      open = total.deltas > 0 ? total.open : 1;
    }
    const seconds = (performance.now() - began) / 1000;
    const after = spentBy();
    const states = await sql`SELECT state, count(*) FROM deliveries GROUP BY state`;
    if (states.length !== 1 || states[0]?.state !== 'sent' || states[0].count !== size)
      throw new Error(`${size} were to be sent: ${JSON.stringify(states)}`);
    return {
      size,
      seconds,
      hubMs: after.hub - before.hub,
      postgresMs: after.postgres - before.postgres,
      idleMb,
      memoryMb,
    };
  } finally {
    await stage.close();
    await sink.close();
  }
}

const nameOf = (size: number) => `processor per mail, fan-out to ${size} subscribers`;
const beside = 'reported beside the smallest';
const perMail = ({ hubMs, postgresMs, size }: Course) => (hubMs + postgresMs) / size;

function processorRow(course: Course, smallest: Course | undefined): Row {
  const { size, seconds, hubMs, postgresMs } = course;
  const value = perMail(course);
  const reference = smallest ? perMail(smallest) : null;
  return {
    name: nameOf(size),
    unit: 'ms',
    value,
    reference,
    ratio: reference && value / reference,
    target: beside,
    met: null,
    note: `${seconds.toFixed(1)} s, ${(size / seconds).toFixed(0)} mails/s; of it the hub's process ${(hubMs / size).toFixed(3)} ms, PostgreSQL ${(postgresMs / size).toFixed(3)} ms`,
  };
}

/** Flat: what it holds in the last quarter of the time is what it held in the second. */
function memoryRow({ size, seconds, idleMb, memoryMb }: Course): Row {
  const highest = Math.max(...memoryMb) - idleMb;
  const part = Math.ceil(memoryMb.length / 4);
  const rise = median(memoryMb.slice(-part)) - median(memoryMb.slice(part, 2 * part));
  return {
    name: `memory of the dispatcher, ${size} from expansion to the last settle`,
    unit: 'MB above idle',
    value: highest,
    reference: null,
    ratio: null,
    target: '≤ 200 MB above idle, flat',
    met: highest <= 200 && rise < 20,
    note: `idle it holds ${idleMb.toFixed(0)} MB; from the second quarter of the ${seconds.toFixed(0)} s to the last it changed by ${rise.toFixed(0)} MB`,
  };
}
