import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { addPublicChannel } from '../../src/audience/add-public-channel.ts';
import { mailboxRoutes } from '../../src/demo/mailbox/routes.tsx';
import { createApp } from '../../src/http/app.tsx';
import { createOperator } from '../../src/operator/create-operator.ts';
import { capture } from '../demo/capture.ts';
import { openBrowser } from '../support/browser.ts';
import { openTestHub } from '../support/hub.ts';
import { listen } from '../support/listen.ts';
import { findBarriers, overflows } from './accessible.ts';

let browser: Browser;
let site: string;

beforeAll(async () => {
  const hub = await openTestHub();
  const operatorId = await createOperator(hub, {
    name: 'Fatima',
    email: 'fatima@csirt.example',
    roles: ['administrator'],
  }).then(({ id }) => id);
  await addPublicChannel(hub, { name: 'CSIRT', target: '@csirt_nl', language: 'nl', operatorId });
  const long = 'Onafbreekbaar'.repeat(12);
  const messages = [
    ...Array.from({ length: 60 }, (_, index) => ({
      to: `lezer${index}@${'een-heel-lang-domein-'.repeat(3)}.example`,
      subject: `[TLP:CLEAR] NCSC-2019-0979 [1.00] [M/H] ${'Onafbreekbaar'.repeat(12)}`,
    })),
    {
      to: 'karim@drinkwater.example',
      subject: 'Met een knop',
      html: '<p><a href="/mailbox/1">Bevestig de ontvangst</a></p><script>document.title = "x"</script>',
    },
  ];
  const post = { chat: '@csirt_nl', id: 1, text: long, answers: 1, edited: true };
  const event = { type: `org.${long}`, subject: 'NCSC-2019-0979/1.00', time: null, title: long };
  const captured = capture(messages, {
    posts: [{ ...post, entities: [], buttons: [[{ text: long, url: 'https://hub.test/' }]] }],
    received: [{ id: long, event, size: 1234, csaf: '{}', acknowledged: 200 }],
  });
  site = await listen(createApp(() => hub, mailboxRoutes(captured)));
  browser = await openBrowser();
});

const pages = [
  '/mailbox?to=everyone',
  '/mailbox?search=nobody&language=en',
  '/mailbox/1?language=en',
  '/mailbox/telegram?language=en',
  '/mailbox/partner',
];

test.each(pages)('%s has no barriers, and fits on 360 pixels', async (path) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(site + path);
  expect(await findBarriers(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflows(page)).toBe(false);
  expect(await findBarriers(page)).toEqual([]);
  await page.close();
});

test('a newcomer finds a message, and its button takes the whole window along', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(`${site}/mailbox?to=everyone`);
  await page.getByRole('link', { name: 'Met een knop' }).click();
  await page.frameLocator('iframe').getByRole('link', { name: 'Bevestig de ontvangst' }).click();
  await page.waitForURL(`${site}/mailbox/1`);
  await page.close();
});

test('nothing in a message runs', async () => {
  const page = await browser.newPage();
  await page.goto(`${site}/mailbox/61/html`);
  expect(await page.title()).toBe('Met een knop');
  await page.close();
});
