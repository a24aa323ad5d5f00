import { startChild } from './child.ts';
import { fanOut, invite } from './fan-out.ts';
import { interleave } from './interleave.ts';
import { description } from './letter.ts';
import { median, ratioOf } from './median.ts';
import type { Options } from './options.ts';
import { notMeasured, type Row } from './row.ts';
import { findPostfix, noPostfix, startSink } from './sink.ts';
import { setStage } from './stage.ts';

const roundTripMs = 40;
const connections = 10;
const name = `two dispatchers beside one, the server ${roundTripMs} ms away, ${connections} connections each`;
const target = 'close to twice the rate of one';

/** Where the wire is the limit: how much a second dispatcher adds. Both work on one ledger. */
export async function measureDispatchers({ mails, runs }: Options): Promise<Row[]> {
  const postfix = findPostfix();
  if (!postfix) return [{ ...notMeasured(name, 'mails/s', target, noPostfix), met: false }];
  const few = Math.min(mails, 1500);
  const sink = await startSink(postfix.sink);
  const wire = await startChild<{ port: number }>('./distance.ts', [sink.port, roundTripMs]);
  const settings = {
    SMTP_URL: `smtp://127.0.0.1:${wire.said.port}`,
    SMTP_CONNECTIONS: String(connections),
  };
  const run = async (dispatchers: 1 | 2) => {
    const stage = await setStage();
    try {
      await invite(stage.hub, few);
      await stage.serve(settings);
      if (dispatchers === 2) await stage.dispatch(settings);
      await fanOut(stage.hub, description); // connections are open and the lanes know their speed
      return (few * 1000) / (await fanOut(stage.hub, description)).ms;
    } finally {
      await stage.close();
    }
  };
  try {
    const { two, one } = await interleave(runs, { two: () => run(2), one: () => run(1) });
    const ratio = ratioOf(two, one);
    const row = { name, unit: 'mails/s', value: median(two), reference: median(one), ratio };
    return [{ ...row, target, met: ratio >= 1.7 }];
  } finally {
    await wire.close();
    await sink.close();
  }
}
