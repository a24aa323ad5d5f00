import { setTimeout as pause } from 'node:timers/promises';
import { type Embedded, startEmbedded } from '../../src/database/embedded.ts';
import { createLog } from '../../src/log.ts';

export type Database = {
  url: string;
  /** SIGKILL of the postmaster: it recovers from its log at the next start. */
  kill(): Promise<void>;
  /** A restart as an administrator does it: open transactions are ended, nothing is lost. */
  restart(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

const log = createLog({ logLevel: 'error' });

/**
 * Starts the round's PostgreSQL. It is durable, because it is killed itself: without `synchronous_commit` the last
 * commits would be gone with the process, which is a loss that the hub neither has nor can repair.
 */
export async function startDatabase(directory: string): Promise<Database> {
  let server = await startEmbedded({ directory, log });

  async function end(signal: 'SIGKILL' | 'SIGINT') {
    process.kill(server.pid, signal);
    while (server.isRunning()) await pause(10);
  }

  async function start() {
    const again: Embedded = await startEmbedded({ directory, log });
    if (again.url !== server.url) throw new Error('PostgreSQL came back on another port');
    server = again;
  }

  return {
    url: server.url,
    kill: () => end('SIGKILL'),
    start,
    async restart() {
      await end('SIGINT');
      await start();
    },
    stop: async () => {
      if (server.isRunning()) await end('SIGINT');
    },
  };
}
