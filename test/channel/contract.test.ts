import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { channelsOf } from '../../src/command/channels.ts';
import { webhookOf } from '../../src/command/webhook.ts';
import { readConfig } from '../../src/config.ts';
import type { Hub } from '../../src/hub.ts';
import { inventKeys } from '../support/settings.ts';
import { keepsTheContract, type Stage } from './contract.ts';
import { openEmailStage } from './email-stage.ts';
import { openTelegramStage } from './telegram-stage.ts';
import { openWebhookStage } from './webhook-stage.ts';

/** Every way out, and the far side that its contract is tried against. A new channel gets a line here. */
const stages: Record<string, { open: () => Promise<Stage>; shared?: boolean }> = {
  email: { open: openEmailStage },
  telegram: { open: openTelegramStage },
  webhook: { open: openWebhookStage, shared: false },
};

test('no way out has escaped the contract', async () => {
  const config = readConfig({
    ...inventKeys(),
    SMTP_URL: 'smtp://127.0.0.1:2525',
    TELEGRAM_TOKEN: '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11',
  });
  const hub = { config } as Hub;
  const channels = [...channelsOf(hub), webhookOf(hub)];
  expect(channels.map(({ name }) => name).toSorted()).toEqual(Object.keys(stages).toSorted());
  await Promise.all(channels.map((channel) => channel.close()));
  // What is written and wired nowhere would be missed above.
  const written = globSync('src/channel/**/*.ts').filter((file) =>
    /^export function .*\): Channel</m.test(readFileSync(file, 'utf8')),
  );
  expect(written).toHaveLength(channels.length);
});

describe.each(Object.entries(stages))('%s', (name, { open, shared = true }) => {
  keepsTheContract(
    async () => {
      const stage = await open();
      expect(stage.channel.name).toBe(name);
      return stage;
    },
    { shared },
  );
});
