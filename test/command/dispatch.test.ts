import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { until } from '../fanout/fan-out.ts';
import { addProviders } from '../support/crowd.ts';
import { freePort } from '../support/free-port.ts';
import { openTestHub } from '../support/hub.ts';
import { startProgram } from '../support/program.ts';
import { publishFixture } from '../support/publication.ts';
import { settingsOf } from '../support/settings.ts';
import { openTestSmtp } from '../support/smtp.ts';

const token = 'a-token-that-prometheus-has';

/** A dispatcher of its own, beside a hub that only decides. */
async function start(port: number) {
  const smtp = await openTestSmtp();
  const hub = await openTestHub({ mail: { relays: [smtp.relay] } });
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-dispatch-'));
  const logFile = join(directory, 'log');
  const metrics = { METRICS_TOKEN: token, METRICS_PORT: String(port) };
  const environment = { ...settingsOf(hub), ...metrics };
  const program = startProgram({ command: ['dispatch'], environment, logFile });
  onTestFinished(async () => {
    program.signal('SIGTERM');
    await program.ended;
    await rm(directory, { recursive: true });
  });
  return { hub, smtp, program, log: () => readFile(logFile, 'utf8') };
}

test('a dispatcher says on a port of its own what it did, to whoever shows the token', async () => {
  const port = await freePort();
  const { hub, smtp, program } = await start(port);
  await program.ready;
  await addProviders(hub.sql, 3);
  await publishFixture(hub.sql, { to: ['providers'] });
  await smtp.received(3);
  const ask = (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
  expect((await ask('/metrics')).status).toBe(401);
  expect((await ask('/nl')).status).toBe(404);
  await until(async () => {
    const answer = await ask('/metrics', { authorization: `Bearer ${token}` });
    expect(await answer.text()).toContain('semafoor_settled_total{state="sent"} 3\n');
  });
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
});

test('a port that is taken is said by its setting, and nothing runs on behind it', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
  );
  onTestFinished(() => new Promise((resolve) => void other.close(() => resolve())));
  const { program, log } = await start(port);
  expect(await program.ended).toBe(1);
  expect(await log()).toContain(`127.0.0.1:${port} is taken by another program`);
  expect(await log()).toContain('set METRICS_PORT to another port');
});
