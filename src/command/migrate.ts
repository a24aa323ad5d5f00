import type { Config } from '../config.ts';
import { open } from './open.ts';

/** Migrates the database that the settings name, and ends. */
export async function migrateOnce(config: Config): Promise<void> {
  const { hub, close } = await open(config);
  hub.log.info('the database is up to date');
  await close();
}
