import type { Config } from './config.ts';
import { type Client, connect } from './database/connect.ts';
import { HubError } from './errors.ts';
import { createLog, type Log } from './log.ts';
import type { Meter } from './meter.ts';

/** What every verb works with: the settings, the database, the log and the domain clock. */
export interface Hub {
  config: Config;
  sql: Client;
  log: Log;
  /** Where somebody collects what the process counts; an entry point puts it there. */
  meter?: Meter;
  /** Domain time: real time plus the offset that every process reads from the one row of `clock`. */
  now(): Promise<Date>;
  /** Waits for running queries (five seconds at most) and ends every connection. */
  close(): Promise<void>;
}

/**
 * Opens the hub on the database of `config.databaseUrl`. Connections are made when they are needed, so a database that
 * is away ends a query, not the hub; migrating and the embedded PostgreSQL belong to the entry points.
 */
export async function openHub(
  config: Config,
  options: { log?: Log; connections?: number } = {},
): Promise<Hub> {
  if (!config.databaseUrl) throw new HubError('invalid', 'The hub was opened without a database.');
  const sql = connect(config.databaseUrl, { max: options.connections ?? 10 });
  const log = options.log ?? createLog(config);
  return {
    config,
    sql,
    log,
    async now() {
      const [row] = await sql<{ now: Date }[]>`SELECT hub_now() AS now`;
      if (!row) throw new Error('The database told no time.');
      return row.now;
    },
    close: () => sql.end({ timeout: 5 }),
  };
}
