import { expect, test } from 'vitest';
import { runFanout } from '../../src/fanout/run.ts';
import { openHub } from '../../src/hub.ts';
import { openTestHub } from '../support/hub.ts';
import { createTestChannel } from '../support/test-channel.ts';
import { links } from './fan-out.ts';

test('a database that is away when it starts is waited for, and stopping does not wait for it', async () => {
  const { config, log, lines } = await openTestHub();
  const hub = await openHub({ ...config, databaseUrl: 'postgres://127.0.0.1:1/away' }, { log });
  const fanout = await runFanout(hub, [createTestChannel()], links);
  await fanout.stop();
  await hub.close();
  expect(lines.some((line) => line.includes('nobody can be heard yet'))).toBe(true);
});
