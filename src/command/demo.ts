import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../config.ts';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { begin } from '../demo/begin.ts';
import { configure } from '../demo/configure.ts';
import { inventCountry } from '../demo/country/country.ts';
import { listTempers } from '../demo/country/list-tempers.ts';
import { type Curtain, createCurtain } from '../demo/curtain.ts';
import { createLogin } from '../demo/login.ts';
import { mailboxRoutes } from '../demo/mailbox/routes.tsx';
import { clearPlace } from '../demo/place.ts';
import { replayMonth } from '../demo/replay/replay.ts';
import { createTerminal } from '../demo/terminal.ts';
import { startWorld } from '../demo/world/world.ts';
import { openHub } from '../hub.ts';
import { createLog, type Log } from '../log.ts';
import { settings } from '../setting/setting.ts';
import { runHub } from './serve.ts';
import { untilSignal } from './signal.ts';

/**
 * Plays the Citrix month on a hub of its own, from nothing, then keeps that hub up until SIGTERM or SIGINT. The hub's
 * log goes to a file beside the mail, so that the terminal tells the story.
 */
export async function demo(environment: Environment = process.env): Promise<void> {
  const place = join(environment.DATA_DIR || settings.DATA_DIR.fallback, 'demo');
  await clearPlace(place);
  const log = createLog({ logLevel: 'info' }, createWriteStream(join(place, 'log')));
  const curtain = createCurtain();
  const asked = untilSignal(log);
  const shown = show(environment, { place, log, curtain });
  try {
    await Promise.race([shown.then(() => asked), asked]);
  } finally {
    await curtain.fall();
    // Asked to end halfway, the show finds its hub closed: that is no fault.
    await shown.catch(() => {});
    await curtain.fall();
  }
}

type Theatre = { place: string; log: Log; curtain: Curtain };

async function show(environment: Environment, theatre: Theatre): Promise<void> {
  const { place, curtain } = theatre;
  const tell = createTerminal();
  const report: typeof tell = (...line) => {
    curtain.check();
    tell(...line);
  };
  const country = inventCountry();
  report(`A demo of Semafoor: the Citrix month. Everything of it is under ${place}.`);
  // A new database takes a second or two of another process: the world begins meanwhile.
  const [databaseUrl, { config, world }] = await Promise.all([
    openDatabase(theatre),
    configure(environment, place, (hub) =>
      curtain.open(
        () => startWorld({ hub, directory: place, tempers: listTempers(country) }),
        (world) => world.close(),
      ),
    ),
  ]);
  const hub = await curtain.open(
    () => openHub({ ...config, databaseUrl }, { log: theatre.log }),
    (hub) => hub.close(),
  );
  const login = createLogin();
  const running = await curtain.open(
    () => runHub(hub, mailboxRoutes(world).route('/', login.routes)),
    (running) => running.stop(),
  );
  const stage = await begin({ hub, world, country, report });
  const { organisations, contacts, subscribers } = country;
  report(
    `${organisations.length} organisations, ${contacts.length} contacts, ${subscribers.length} subscribers`,
  );
  await replayMonth(stage);
  report(`hub=${running.address}`);
  report(`login=${running.address}${login.pathFor(stage.staff)}`);
  report(`mailbox=${running.address}/mailbox`);
  report('ready');
}

/** A new database, which a power cut may lose: the next demo begins anew anyway. The promise is its address. */
async function openDatabase({ place, log, curtain }: Theatre): Promise<string> {
  const { url } = await curtain.open(
    () => startEmbedded({ directory: place, log, durable: false }),
    (embedded) => embedded.stop(),
  );
  await migrate(url, log);
  return url;
}
