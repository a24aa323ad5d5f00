import { Hono } from 'hono';
import { publishDue } from '../advisory/publish-due.ts';
import { warnOfEndingKeys } from '../audience/warn-of-ending-keys.ts';
import { chain } from '../audit/chain.ts';
import type { Config } from '../config.ts';
import { every } from '../every.ts';
import { runFanout } from '../fanout/run.ts';
import { runBot } from '../http/bot/run.ts';
import type { HttpEnv } from '../http/env.ts';
import { createListener } from '../http/listener.ts';
import type { Hub } from '../hub.ts';
import { createLog } from '../log.ts';
import { listenForMail } from '../mail/listener.ts';
import { createMailCryptAside } from '../openpgp-mail-aside.ts';
import { openSetup } from '../operator/set-up.ts';
import { channelsOf, linksOf } from './channels.ts';
import { listen } from './listen.ts';
import { open } from './open.ts';
import { untilSignal } from './signal.ts';
import { webhookOf } from './webhook.ts';
import { startWebsub } from './websub.ts';

/** Runs the hub until SIGTERM or SIGINT: stops claiming, finishes what is on the wire, releases the rest, ends. */
export async function serve(config: Config): Promise<void> {
  const log = createLog(config);
  const asked = untilSignal(log);
  const { hub, close } = await open(config, log);
  try {
    const running = await runHub(hub);
    log.info({ address: running.address }, 'the hub is ready');
    await printSetup(hub);
    await asked;
    await running.stop();
  } finally {
    await close();
  }
}

/** For whoever started it, and never in the log: where the first operator is made, as long as there is none. */
async function printSetup(hub: Hub): Promise<void> {
  const address = await openSetup(hub);
  if (address)
    console.error(
      `This hub has no operators yet. Make the first administrator at\nsetup=${address}`,
    );
}

/** Everything that one hub process does; the demo runs the same, with `routes` of its own beside the hub's. */
export async function runHub(
  hub: Hub,
  routes?: Hono<HttpEnv>,
): Promise<{ address: string; stop(): Promise<void> }> {
  // First, because it is what may be refused: a taken port leaves nothing running behind.
  const { host, port } = hub.config;
  const answer = createListener(hub, await withMetrics(hub, routes));
  const server = await listen(answer, { host, port, setting: 'PORT' });
  const listener = await listenForMail(hub).catch(async (error) => {
    await server.close();
    throw error;
  });
  const channels = [...channelsOf(hub, { createCrypt: createMailCryptAside }), webhookOf(hub)];
  const rounds = [
    every(hub, 1000, 'publish what is due', () => publishDue(hub)),
    every(hub, 1000, 'chain the audit trail', () => chain(hub)),
    every(hub, 600_000, 'warn of keys that end', () => warnOfEndingKeys(hub)),
  ];
  const fanout = await runFanout(hub, channels, linksOf(hub));
  const others = [runBot(hub), startWebsub(hub)];
  return {
    address: hub.config.publicUrl,
    async stop() {
      await Promise.all([server.close(), listener?.close(), fanout.stop()]);
      await Promise.all(others.map((other) => other.stop()));
      await Promise.all(rounds.map((round) => round.stop()));
      await Promise.all(channels.map((channel) => channel.close()));
    },
  };
}

/** Loaded where somebody reads them alone: what counts costs a little of everything that is counted. */
async function withMetrics(hub: Hub, routes = new Hono<HttpEnv>()): Promise<Hono<HttpEnv>> {
  const token = hub.config.metricsToken;
  if (!token) return routes;
  const { metricsRoutes } = await import('./metrics/routes.ts');
  return new Hono<HttpEnv>().route('/', routes).route('/', metricsRoutes(hub, token));
}
