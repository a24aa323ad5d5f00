import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHub } from '../../src/command/serve.ts';
import { begin } from '../../src/demo/begin.ts';
import { inventCountry } from '../../src/demo/country/country.ts';
import { listTempers } from '../../src/demo/country/list-tempers.ts';
import { choosePort } from '../../src/demo/port.ts';
import { replayMonth } from '../../src/demo/replay/replay.ts';
import type { Stage } from '../../src/demo/replay/stage.ts';
import { startWorld } from '../../src/demo/world/world.ts';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import { relaySchema } from '../../src/setting/relay.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestHub } from '../support/hub.ts';

/** Plays the demo's month in a fifth of its country, as the demo does: real mail, real pages, everybody who answers. */
export async function playMonth(): Promise<Stage> {
  const country = inventCountry({ share: 0.2, subscribers: 100 });
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-month-'));
  const port = await choosePort('127.0.0.1', 0);
  const publicUrl = `http://127.0.0.1:${port}`;
  const tempers = listTempers(country);
  const world = await startWorld({ hub: publicUrl, directory, tempers });
  atEnd(async () => {
    await world.close();
    await rm(directory, { recursive: true });
  });
  const relays = [relaySchema.parse(`smtp://127.0.0.1:${world.port}`)];
  const hub = await openTestHub({
    ...{ host: '127.0.0.1', port, publicUrl },
    mail: { relays, signed: false },
    telegram: {
      ...{ token: '1:demo', apiRoot: world.telegram },
      ...{ webhookSecret: undefined, botName: undefined },
    },
    webhookAllow: ['127.0.0.1'],
    openpgp: {
      key: await generateOpenPgpKey({ name: 'CSIRT', email: 'advisories@csirt.example' }),
      passphrase: undefined,
    },
  });
  const running = await runHub(hub);
  atEnd(running.stop);
  const stage = await begin({ hub, world, country, report: () => {} });
  await replayMonth(stage);
  return stage;
}
