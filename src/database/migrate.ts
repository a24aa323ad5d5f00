import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import type { Log } from '../log.ts';

/** Any number will do, so long as nothing else in the database locks it. */
export const migrationLock = 7_362_662;
const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url));

/**
 * Brings the database to the schema that this code knows. Drizzle's migrator takes no lock, so an advisory lock on the
 * one connection lets any number of processes start at once: one migrates, the others wait and find nothing to do.
 */
export async function migrate(url: string, log: Log): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'semafoor migrate' },
  });
  try {
    await sql`SELECT pg_advisory_lock(${migrationLock})`;
    await applyMigrations(drizzle(sql), { migrationsFolder });
    log.debug('database migrated');
  } finally {
    await sql.end();
  }
}
