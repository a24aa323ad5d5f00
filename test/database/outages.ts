import '../../src/database/mend.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { layWire } from './wire.ts';

/**
 * Lives through outages as a hub does: `tsx outages.ts <url of a database>`. Eight tasks ask and write over a pool whose
 * connections are cut again and again; after each cut every task must succeed again within seconds. In a process of its
 * own, since what goes wrong here ends the process, and since its sockets must be Node's own.
 */
const { connect } = await import('../../src/database/connect.ts');
const wire = await layWire(process.argv[2] as string);
const sql = connect(wire.url, { max: 5 });
const done = Array<number>(8).fill(0);
let over = false;

async function task(n: number) {
  while (!over) {
    const work = n % 2 ? transact(n) : sql`SELECT * FROM note WHERE n = ANY(${[n]}::int[])`;
    await Promise.resolve(work).then(
      () => (done[n] = (done[n] as number) + 1),
      () => {},
    );
    await pause(Math.random() * 4);
  }
}

const transact = (n: number) =>
  sql.begin(async (sql) => {
    await sql`INSERT INTO note VALUES (${n})`;
    await sql`DELETE FROM note WHERE n = ${n}`;
  });

/** Waits until every task has succeeded again. */
async function recover(which: string) {
  const before = [...done];
  const began = performance.now();
  while (done.some((count, n) => count <= (before[n] as number) + 1)) {
    if (performance.now() - began > 8000) {
      const stuck = done.flatMap((count, n) => (count <= (before[n] as number) + 1 ? [n] : []));
      console.log(`stuck after ${which}: tasks ${stuck.join(', ')}`);
      process.exit(1);
    }
    await pause(10);
  }
}

await sql`CREATE TABLE note (n integer)`;
const tasks = done.map((_, n) => task(n));
for (let outage = 0; outage < 40; outage++) {
  if (outage % 4 === 0) wire.cutAt('pg_catalog.pg_type');
  wire.cut(outage % 2 ? 'quietly' : 'with a reset');
  await recover(`outage ${outage}`);
}
over = true;
await Promise.all(tasks);
await sql.end({ timeout: 1 });
wire.close();
console.log('recovered');
