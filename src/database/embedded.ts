import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import type { Log } from '../log.ts';
import { serverEnvironment } from './embedded/account.ts';
import { type Home, prepareHome } from './embedded/home.ts';
import {
  answers,
  findPostmaster,
  isServing,
  lastPort,
  type Postmaster,
} from './embedded/postmaster.ts';

export type Embedded = {
  url: string;
  /** The postmaster's. */
  readonly pid: number;
  isRunning(): boolean;
  /**
   * Ends the server, unless someone else is connected: two hubs on one directory share one server, and the last one to
   * leave ends it. Close your own connections first.
   */
  stop(): Promise<void>;
};

export type Options = {
  /** Holds the database's files, or the name of the place where they are. */
  directory: string;
  log: Log;
  /** False, for tests: a power cut may lose the database. */
  durable?: boolean;
};

/** How long a server may take to answer once it says that it is ready. */
const patience = 15_000;

/**
 * Starts the PostgreSQL that comes with the npm packages, or adopts the one that already runs on the same files: after
 * a SIGKILL of the hub it lives on. It listens on loopback alone, with a password.
 */
export async function startEmbedded({
  directory,
  log,
  durable = true,
}: Options): Promise<Embedded> {
  const home = await prepareHome({ directory, log, durable });
  const server = await findOrStart(home, durable, log);
  const url = urlOf(home, server.port);
  const { pid } = server;
  return {
    url,
    pid,
    isRunning: () => isServing(pid, home.cluster),
    stop: () => stop(url, pid, home, log),
  };
}

async function findOrStart(home: Home, durable: boolean, log: Log): Promise<Postmaster> {
  let started: { ended: boolean } | undefined;
  let deadline = 0;
  const wished = lastPort(home.cluster);
  for (let attempts = 0; ; await pause(20)) {
    const found = findPostmaster(home.cluster);
    if (found?.ready && (await answers(urlOf(home, found.port), home.cluster))) {
      log.info(
        { port: found.port, postgres: found.pid },
        started ? 'PostgreSQL started' : 'running PostgreSQL adopted',
      );
      return found;
    }
    // Not ready may mean recovering, which takes what it takes; ready but dumb is of no use to anyone.
    deadline = found?.ready ? deadline || Date.now() + patience : 0;
    if (found && deadline && Date.now() > deadline) {
      log.warn({ postgres: found.pid }, 'PostgreSQL does not answer and is ended');
      process.kill(found.pid, 'SIGKILL');
    }
    if (found || (started && !started.ended)) continue;
    if (attempts++ === 8)
      throw new Error(`PostgreSQL does not start:\n${await readFile(home.logFile, 'utf8')}`);
    // Another hub may be starting it, or the children of a killed server be leaving its port and memory.
    if (attempts > 1) await pause(200 * attempts);
    const port = (await freePort(wished)) ?? (attempts > 4 ? await freePort() : undefined);
    if (port) started = launch(home, port, durable);
  }
}

/** Starts the server in a session of its own, so that neither Ctrl-C nor the hub's end reaches it. */
function launch({ postgres, account, cluster, logFile }: Home, port: number, durable: boolean) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(logFile, 'w', 0o600);
  const options = { ...account, cwd: '/', env: serverEnvironment, detached: true };
  const child = spawn(postgres, ['-D', cluster, '-p', String(port), ...flags], {
    ...options,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  const started = { ended: false };
  const end = () => {
    started.ended = true;
  };
  child.once('exit', end).once('error', end);
  return started;
}

async function stop(url: string, pid: number, { cluster }: Home, log: Log): Promise<void> {
  if (!isServing(pid, cluster)) return;
  // Connections that were closed a moment ago still show: what stays a second is somebody else's.
  for (let tries = 0; await hasOthers(url); tries++) {
    if (tries === 10)
      return log.info({ postgres: pid }, 'PostgreSQL is in use by others and stays');
    await pause(100);
  }
  process.kill(pid, 'SIGINT'); // PostgreSQL's fast shutdown
  while (isServing(pid, cluster)) await pause(20);
}

async function hasOthers(url: string): Promise<boolean> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    connection: { application_name: 'semafoor embedded' },
  });
  try {
    const rows = await sql`
      SELECT 1 FROM pg_stat_activity
      WHERE  backend_type = 'client backend' AND application_name <> 'semafoor embedded' LIMIT 1`;
    return rows.length > 0;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const urlOf = ({ password }: Home, port: number) =>
  `postgres://semafoor:${password}@127.0.0.1:${port}/postgres`;

/** The wished port if it is free, or else any. Before it is used someone else may take it; then another is tried. */
function freePort(wished = 0): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen(wished, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
