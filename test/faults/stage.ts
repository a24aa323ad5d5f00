import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, readConfig } from '../../src/config.ts';
import { migrate } from '../../src/database/migrate.ts';
import { type Hub, openHub } from '../../src/hub.ts';
import { createLog } from '../../src/log.ts';
import { freePort } from '../support/free-port.ts';
import { inventKeys } from '../support/settings.ts';
import { type Database, startDatabase } from './database.ts';
import { createSlot, type Slot } from './slot.ts';
import { type Relay, startRelay } from './start-relay.ts';

/** Connections that each process may have open with the relay. */
export const connections = 10;

/** Everything that a round runs on, nothing of which another round sees. */
export type Stage = {
  directory: string;
  database: Database;
  /** A hub in this process, on which people work. */
  office: Hub;
  relay: Relay;
  hub: Slot;
  dispatchers: Slot[];
  /** What every process of the hub is started with. */
  environment: Environment;
  /** Ends all of it; the files stay when somebody should look at them. */
  close(options: { keep: boolean }): Promise<void>;
};

/** Sets up PostgreSQL, the SMTP server and a place for each process; no process runs yet. */
export async function setStage(seed: number, dispatchers: number): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-faults-'));
  await chmod(directory, 0o755); // as root PostgreSQL runs as someone else
  const database = await startDatabase(directory);
  await migrate(database.url, createLog({ logLevel: 'error' }));
  const names = Array.from({ length: dispatchers }, (_, index) => `dispatcher ${index + 1}`);
  const relay = await startRelay(seed, ['hub', ...names]);
  const environment = {
    ...inventKeys(),
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
    PUBLIC_URL: 'https://hub.example.nl',
    SMTP_CONNECTIONS: String(connections),
    LEASE_SECONDS: '16', // a round waits for one after each kill of a dispatcher
  };
  const office = await openHub(readConfig(environment), { log: createLog({ logLevel: 'fatal' }) });
  const slotFor = (name: string, command: string) =>
    createSlot(name, {
      command: [command],
      environment: { ...environment, SMTP_URL: `smtp://127.0.0.1:${relay.ports[name]}` },
      logFile: join(directory, `${name.replace(' ', '-')}.log`),
    });
  const hub = slotFor('hub', 'serve');
  const slots = names.map((name) => slotFor(name, 'dispatch'));
  return {
    directory,
    database,
    office,
    relay,
    hub,
    dispatchers: slots,
    environment,
    async close({ keep }) {
      await Promise.all([hub, ...slots].map((slot) => slot.kill()));
      await relay.close();
      await office.close();
      await database.stop();
      if (!keep) await rm(directory, { recursive: true });
    },
  };
}
