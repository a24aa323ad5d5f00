import type { Environment } from '../src/config.ts';
import { startChild } from './child.ts';
import { type FanOut, fanOut, invite } from './fan-out.ts';
import { interleave } from './interleave.ts';
import { description, letterFor, sizeOf } from './letter.ts';
import type { Done, Order } from './plain-pool.ts';
import { processorMs } from './proc.ts';
import { measureRoundTrip } from './round-trip.ts';
import { startSink } from './sink.ts';
import { runSource } from './source.ts';
import { setStage } from './stage.ts';

export type Course = {
  postfix: { sink: string; source: string };
  mails: number;
  runs: number;
  connections: number;
  roundTripMs?: number;
  dkim?: { domain: string; selector: string; key: string };
};
/** Processor time in ms, of the hub's process and of PostgreSQL. */
type Spent = { hubMs: number; postgresMs: number };
export type Times = {
  hub: (FanOut & Spent)[];
  pool: Done[];
  /** Empty where there is a distance or a signature: smtp-source would do something else. */
  source: { ms: number }[];
  bytes: number;
  /** What the wire came to, at rest. */
  roundTripMs: number;
};

/** The same mails by the hub, by a plain pool and by smtp-source into one smtp-sink, in turns. */
export async function runCourse(course: Course): Promise<Times> {
  const { postfix, mails, runs, connections, roundTripMs, dkim } = course;
  const stage = await setStage();
  const sink = await startSink(postfix.sink);
  const wire = roundTripMs
    ? await startChild<{ port: number }>('./distance.ts', [sink.port, roundTripMs])
    : null;
  const pool = await startChild('./plain-pool.ts');
  const port = wire?.said.port ?? sink.port;
  try {
    await invite(stage.hub, mails);
    const server = await stage.serve(settingsFor(course, port));
    const first = await fanOut(stage.hub, description);
    const letter = await letterFor(stage.hub, first.versionId);
    const bytes = await sizeOf(stage.hub, letter);
    const measuredMs = await measureRoundTrip(port);
    const load = { port, connections, mails, bytes };
    const order: Order = { ...load, letter, dkim };
    const hub = async () => {
      const [before, own] = [processorMs(stage.postgres), processorMs(server.pid)];
      const run = await fanOut(stage.hub, description);
      return {
        ...run,
        hubMs: processorMs(server.pid) - own,
        postgresMs: processorMs(stage.postgres) - before,
      };
    };
    const times = await interleave(runs, {
      hub,
      pool: () => pool.ask<Done>(order),
      source: async () => ({ ms: roundTripMs || dkim ? 0 : await runSource(postfix.source, load) }),
    });
    return { ...times, bytes, roundTripMs: measuredMs };
  } finally {
    await stage.close();
    await pool.close();
    await wire?.close();
    await sink.close();
  }
}

function settingsFor({ connections, dkim }: Course, port: number): Environment {
  return {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    SMTP_CONNECTIONS: String(connections),
    ...(dkim && { DKIM_DOMAIN: dkim.domain, DKIM_SELECTOR: dkim.selector, DKIM_KEY: dkim.key }),
  };
}
