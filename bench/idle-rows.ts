import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../test/support/free-port.ts';
import { startProgram } from '../test/support/program.ts';
import { median } from './median.ts';
import type { Options } from './options.ts';
import { memoryMb, residentMb } from './proc.ts';
import type { Row } from './row.ts';

/** A hub with the embedded database and nothing to do: how soon it is ready, and what it holds with PostgreSQL. */
export async function measureIdle({ runs }: Options): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-bench-'));
  await chmod(directory, 0o755); // as root PostgreSQL runs as someone else
  try {
    await start(directory); // the first start makes the database
    const starts: Start[] = [];
    for (let n = 0; n < runs; n++) starts.push(await start(directory));
    const readyMs = median(starts.map((one) => one.readyMs));
    const hubMb = median(starts.map((one) => one.hubMb));
    const postgresMb = median(starts.map((one) => one.postgresMb));
    const held = hubMb + postgresMb;
    const row = { reference: null, ratio: null };
    return [
      {
        name: 'idle hub: ready after start (not the first)',
        unit: 'ms',
        value: readyMs,
        ...row,
        target: '≤ 3000 ms',
        met: readyMs <= 3000,
      },
      {
        name: 'idle hub: memory, PostgreSQL included',
        unit: 'MB',
        value: held,
        ...row,
        target: '≤ 250 MB',
        met: held <= 250,
        note: `the hub's process ${hubMb.toFixed(0)} MB, PostgreSQL ${postgresMb.toFixed(0)} MB; what its processes share is counted once`,
      },
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
}

type Start = { readyMs: number; hubMb: number; postgresMb: number };

async function start(directory: string): Promise<Start> {
  const began = performance.now();
  const program = startProgram({
    command: ['serve'],
    environment: { DATA_DIR: directory, PORT: String(await freePort()), LOG_LEVEL: 'info' },
    logFile: join(directory, 'hub.log'),
  });
  await program.ready;
  const readyMs = performance.now() - began;
  await pause(5000);
  // PostgreSQL is a child of the hub: each is asked by itself. What the hub shares with other programs counts in full.
  const hubMb = residentMb(program.pid);
  const postmaster = Number(
    readFileSync(join(directory, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
  );
  const postgresMb = memoryMb(postmaster);
  program.signal('SIGTERM');
  await program.ended;
  return { readyMs, hubMb, postgresMb };
}
