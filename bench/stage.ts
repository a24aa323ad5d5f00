import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, readConfig } from '../src/config.ts';
import { startEmbedded } from '../src/database/embedded.ts';
import { migrate } from '../src/database/migrate.ts';
import { type Hub, openHub } from '../src/hub.ts';
import { createLog } from '../src/log.ts';
import { freePort } from '../test/support/free-port.ts';
import { type Running, startProgram } from '../test/support/program.ts';
import { inventKeys } from '../test/support/settings.ts';

export type Stage = {
  /** A hub in this process, on the same database. */
  hub: Hub;
  /** PostgreSQL's. */
  postgres: number;
  /** The address of the hub's process. */
  url: string;
  /** Starts the hub's process, as an operator does. */
  serve(settings?: Environment): Promise<Running>;
  /** Starts one more dispatcher beside it. */
  dispatch(settings?: Environment): Promise<Running>;
  close(): Promise<void>;
};

const log = createLog({ logLevel: 'warn' });

/** An empty hub on an embedded PostgreSQL of its own, as durable as in production. */
export async function setStage(): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-bench-'));
  await chmod(directory, 0o755); // as root PostgreSQL runs as someone else
  const embedded = await startEmbedded({ directory, log });
  await migrate(embedded.url, log);
  const port = await freePort();
  const environment = {
    ...inventKeys(),
    DATABASE_URL: embedded.url,
    PORT: String(port),
    LOG_LEVEL: 'warn',
  };
  const hub = await openHub(readConfig(environment), { log });
  const running: Running[] = [];
  const start =
    (command: string) =>
    async (settings: Environment = {}) => {
      const program = startProgram({
        command: [command],
        environment: { ...environment, LOG_LEVEL: 'info', ...settings },
        logFile: join(directory, `${command}.log`),
      });
      running.push(program);
      await program.ready;
      return program;
    };
  return {
    hub,
    postgres: embedded.pid,
    url: `http://127.0.0.1:${port}`,
    serve: start('serve'),
    dispatch: start('dispatch'),
    async close() {
      for (const program of running) program.signal('SIGTERM');
      await Promise.all(running.map((program) => program.ended));
      await hub.close();
      await embedded.stop();
      await rm(directory, { recursive: true });
    },
  };
}
