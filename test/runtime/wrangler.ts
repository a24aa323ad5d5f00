import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { vi } from 'vitest';
import type { Environment } from '../../src/config.ts';
import type { HttpEnv } from '../../src/http/env.ts';
import type { Hub } from '../../src/hub.ts';
import { certificate } from '../channel/certificate.ts';
import { atEnd } from '../support/at-end.ts';
import { freePort } from '../support/free-port.ts';
import { settingsOf } from '../support/settings.ts';

export type Worker = {
  /** As much of the app as visitors use: they reach the Worker as they reach an app in this process. */
  app: Hono<HttpEnv>;
  /** What comes each minute. */
  tick(): Promise<Response>;
  /** What it has written so far. */
  log(): Promise<string>;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts the hub's Worker in workerd, as wrangler.toml has it, on this hub's database, keys and relay, which it reaches by
 * TLS unless other settings say otherwise, and trusts the certificates that an authority (PEM) signed. It ends itself.
 */
export async function startWorker(
  hub: Hub,
  change: Environment = {},
  { authority }: { authority: string | null } = { authority: certificate },
): Promise<Worker> {
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-worker-'));
  const { DATABASE_URL, ...own } = settingsOf(hub);
  const relay = `smtps://localhost:${hub.config.mail.relays[0]?.port}`;
  const settings = { ...own, SMTP_URL: relay, ...change };
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  const variables = given.map(([name, value]) => `${name}="${value}"\n`);
  await writeFile(join(directory, 'settings'), variables.join(''));
  const authorityFile = join(directory, 'authority.pem');
  if (authority) await writeFile(authorityFile, authority);
  const port = await freePort();
  const options = {
    port,
    'inspector-port': await freePort(),
    'env-file': join(directory, 'settings'),
    'persist-to': join(directory, 'state'),
    'show-interactive-dev-session': false,
  };
  const end = spawnWrangler(directory, options, {
    ...quiet,
    [hyperdrive]: DATABASE_URL,
    NODE_EXTRA_CA_CERTS: authority ? authorityFile : undefined,
  });
  atEnd(async () => {
    await end();
    await rm(directory, { recursive: true });
  });
  const request = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, redirect: 'manual' });
  const log = () => readFile(join(directory, 'log'), 'utf8');
  await vi.waitFor(
    async () => {
      const answer = await request('/healthz').catch(() => null);
      if (!answer?.ok) throw new Error(`The Worker does not answer: ${await log()}`);
    },
    { timeout: 200_000, interval: 100 },
  );
  return {
    app: { request } as unknown as Hono<HttpEnv>,
    tick: () => request('/cdn-cgi/local/scheduled'),
    log,
  };
}

const hyperdrive = 'CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE';

/** Wrangler asks nothing of the world outside, and nothing of whoever runs the test. */
const quiet = {
  CI: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  NO_COLOR: '1',
};

function spawnWrangler(
  directory: string,
  options: Record<string, unknown>,
  variables: Record<string, string | undefined>,
) {
  const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const command = `exec "$0" node_modules/wrangler/wrangler-dist/cli.js dev "$@" >"$LOG" 2>&1`;
  const { PATH } = process.env;
  const child = spawn('sh', ['-c', command, process.execPath, ...flags], {
    cwd: root,
    env: { PATH, HOME: directory, LOG: join(directory, 'log'), ...variables },
    stdio: 'ignore',
    // Of a group of its own, since it starts workerd, which must end with it.
    detached: true,
  });
  const ended = once(child, 'exit');
  return async () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
}
