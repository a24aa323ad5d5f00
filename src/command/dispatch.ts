import { getRequestListener } from '@hono/node-server';
import type { Config } from '../config.ts';
import { runFanout } from '../fanout/run.ts';
import type { Hub } from '../hub.ts';
import { createLog } from '../log.ts';
import { createMailCryptAside } from '../openpgp-mail-aside.ts';
import { channelsOf, linksOf } from './channels.ts';
import { type Listening, listen } from './listen.ts';
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
    // First, because it is what may be refused: a taken port leaves nothing running behind.
    const metrics = await listenForMetrics(hub);
    const channels = [...channelsOf(hub, { createCrypt: createMailCryptAside }), webhookOf(hub)];
    const fanout = await runFanout(hub, channels, linksOf(hub));
    const websub = startWebsub(hub);
    log.info({ metricsPort: metrics?.port }, 'the dispatcher is ready');
    await asked;
    await Promise.all([metrics?.close(), fanout.stop(), websub.stop()]);
    await Promise.all(channels.map((channel) => channel.close()));
  } finally {
    await close();
  }
}

/** It answers nothing else by HTTP. @throws HubError conflict when the port is taken */
async function listenForMetrics(hub: Hub): Promise<Listening | null> {
  const { host, metricsPort, metricsToken } = hub.config;
  if (metricsPort === undefined || !metricsToken) return null;
  const { metricsRoutes } = await import('./metrics/routes.ts');
  return listen(getRequestListener(metricsRoutes(hub, metricsToken).fetch), {
    host,
    port: metricsPort,
    setting: 'METRICS_PORT',
  });
}
