import type { Config } from '../config.ts';
import { runFanout } from '../fanout/run.ts';
import { createLog } from '../log.ts';
import { channelsOf, linksOf } from './channels.ts';
import { open } from './open.ts';
import { untilSignal } from './signal.ts';
import { webhookOf } from './webhook.ts';
import { startWebsub } from './websub.ts';

/** Runs one more dispatcher until SIGTERM or SIGINT; any number of them share one database. */
export async function dispatch(config: Config): Promise<void> {
  const log = createLog(config);
  const asked = untilSignal(log);
  const { hub, close } = await open(config, log);
  try {
    const channels = [...channelsOf(hub), webhookOf(hub)];
    const fanout = await runFanout(hub, channels, linksOf(hub));
    const websub = startWebsub(hub);
    log.info('the dispatcher is ready');
    await asked;
    await Promise.all([fanout.stop(), websub.stop()]);
    await Promise.all(channels.map((channel) => channel.close()));
  } finally {
    await close();
  }
}
