import type { Config } from '../config.ts';
import { keepEmbedded } from '../database/embedded/keep.ts';
import { migrate } from '../database/migrate.ts';
import { HubError } from '../errors.ts';
import { type Hub, openHub } from '../hub.ts';
import { createLog, type Log } from '../log.ts';
import { openSigner } from '../openpgp.ts';
import { UsageError } from './exit-code.ts';

/** An open hub and the way to end it, the embedded database included. */
export type Opened = { hub: Hub; close(): Promise<void> };

/**
 * Opens the hub for a command: the embedded PostgreSQL when no DATABASE_URL names another, and migrations.
 * @throws UsageError where the OpenPGP key cannot sign: it is looked at before anything starts
 */
export async function open(config: Config, log: Log = createLog(config)): Promise<Opened> {
  await requireSigner(config);
  if (config.databaseUrl) return openOn(config, config.databaseUrl, log);
  const embedded = await keepEmbedded({ directory: config.dataDirectory, log });
  const opened = await openOn(config, embedded.url, log).catch(async (error: unknown) => {
    await embedded.stop();
    throw error;
  });
  return {
    hub: opened.hub,
    async close() {
      await opened.close();
      await embedded.stop();
    },
  };
}

async function openOn(config: Config, databaseUrl: string, log: Log): Promise<Opened> {
  await migrate(databaseUrl, log);
  const hub = await openHub({ ...config, databaseUrl }, { log });
  return { hub, close: () => hub.close() };
}

/** @throws UsageError */
export async function requireSigner({ openpgp }: Config): Promise<void> {
  try {
    if (openpgp) await openSigner(openpgp);
  } catch (error) {
    throw error instanceof HubError ? new UsageError(error.message, error.findings) : error;
  }
}
