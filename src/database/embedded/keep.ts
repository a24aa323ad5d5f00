import { setTimeout as pause } from 'node:timers/promises';

import { type Embedded, type Options, startEmbedded } from '../embedded.ts';

/**
 * Starts the embedded PostgreSQL and starts it again when it dies, on the port where the hub's pool looks for it, until
 * it is stopped.
 */
export async function keepEmbedded(options: Options): Promise<Embedded> {
  const over = new AbortController();
  const first = await startEmbedded(options);
  let current = first;
  const watch = async () => {
    while (await pause(500, true, { ref: false, signal: over.signal })) {
      if (current.isRunning()) continue;
      options.log.error({ postgres: current.pid }, 'PostgreSQL has ended: starting it again');
      current = await startEmbedded(options);
      if (current.url !== first.url)
        throw new Error('PostgreSQL came back on another port: start the hub again.');
    }
  };
  const watching = watch().catch((error) => {
    if (!over.signal.aborted) options.log.fatal({ error }, 'PostgreSQL cannot be kept running');
  });
  return {
    ...first,
    get pid() {
      return current.pid;
    },
    isRunning: () => current.isRunning(),
    async stop() {
      over.abort();
      await watching;
      await current.stop();
    },
  };
}
