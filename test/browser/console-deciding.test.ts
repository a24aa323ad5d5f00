import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { acknowledge } from '../../src/acknowledgement/acknowledge.ts';
import { approve } from '../../src/advisory/approve.ts';
import { preview } from '../../src/fanout/preview.ts';
import { createApp } from '../../src/http/app.tsx';
import type { Hub } from '../../src/hub.ts';
import { toPublication, toReview } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { startFanout, until } from '../fanout/fan-out.ts';
import { openBrowser } from '../support/browser.ts';
import { setPolicy } from '../support/decision.ts';
import { openTestHub } from '../support/hub.ts';
import { listen } from '../support/listen.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestChannel } from '../support/test-channel.ts';
import { createWorld } from '../support/world.ts';
import { expectFocus, findBarriers, looks, onwards, overflows } from './accessible.ts';

let browser: Browser;
let hub: Hub;
let people: People;
let site: string;
/** What stands in for an id in the paths below. */
const ids = {
  REVIEW: '',
  APPROVED: '',
  PUBLISHED: '',
  DISPATCH: '',
  ORGANISATION: '',
  ADDRESS: '',
};
const gate = Promise.withResolvers<void>();

/** A world with every odd case; 1.00 is on its way with refusals and answers, 1.01 in review, another approved. */
beforeAll(async () => {
  hub = await openTestHub();
  await createWorld(hub);
  people = await hirePeople(hub);
  const vital = {
    roles: [],
    channelRule: 'every',
    pointerAbove: true,
    audienceCeiling: 'RED',
  } as const;
  const kinds = ['vital provider', 'central government'] as const;
  await setPolicy(hub, [
    { ...vital, kinds: [...kinds], sectors: [], listed: [], affectedOnly: false, public: true },
  ] as never);
  site = await listen(createApp(() => hub));
  hub = { ...hub, config: { ...hub.config, publicUrl: site } };
  browser = await openBrowser();
  const { id, advisoryId } = await toPublication(hub, people, { trackingId: 'NCSC-2019-0979' });
  const channel = createTestChannel();
  channel.react('*', { until: gate.promise });
  for (let n = 1; n <= 80; n++)
    channel.react(
      `a${n}@example.nl`,
      n % 3 ? 'take' : { refuse: '550 5.1.1 no such box', as: { permanent: true } },
    );
  const others = ['telegram', 'webhook'].map((name) => createTestChannel({ name }));
  await startFanout(hub, channel, ...others);
  const told = (await until(async () => {
    const sent = await hub.sql<{ id: number; organisationId: number }[]>`
      SELECT id, organisation_ids[1] AS organisation_id FROM deliveries
      WHERE state = 'sent' AND contact_id IS NOT NULL ORDER BY id`;
    expect(sent.length).toBeGreaterThan(8);
    return sent[0];
  })) as { id: number; organisationId: number };
  const answer = { choice: 'acting', origin: 'link', provenance: {} } as const;
  const suspicion = 'it came from a program, not a browser';
  await acknowledge(hub, { deliveryId: told.id, suspicion, ...answer });
  const { id: inReview } = await toReview(hub, people, { advisoryId, change: 'raised' });
  const other = await toReview(hub, people, { trackingId: 'NCSC-2020-0001' });
  const { previewId } = await preview(hub, { versionId: other.id, operatorId: people.pieter });
  await approve(hub, { versionId: other.id, operatorId: people.pieter, previewId });
  const [dispatch] = await hub.sql<[{ id: number }]>`SELECT id FROM dispatches ORDER BY id LIMIT 1`;
  const [address] = await hub.sql<[{ id: number }]>`
    SELECT address_id AS id FROM deliveries WHERE contact_id IS NOT NULL AND state <> 'skipped' LIMIT 1`;
  Object.assign(ids, {
    REVIEW: inReview,
    APPROVED: other.id,
    PUBLISHED: id,
    DISPATCH: dispatch.id,
  });
  Object.assign(ids, { ORGANISATION: told.organisationId, ADDRESS: address.id });
  await hub.sql`UPDATE operators SET roles = '{administrator,auditor}' WHERE id = ${people.fatima}`;
});

async function visit(who: keyof People, path: string, options = {}) {
  const headers = await signIn(hub, people[who]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const [name = '', value = ''] = headers.Cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: site }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (said) => {
    // A frame without an origin of its own shares the process of whoever came before: Chromium's remark, not a fault.
    const remark = /favicon\.ico$/.test(said.location().url) || /origin-keyed/.test(said.text());
    if (!remark) complaints.push(said.text());
  });
  const filled = path.replace(/[A-Z]{6,}/g, (word) =>
    String(ids[word as keyof typeof ids] ?? word),
  );
  await page.goto(site + filled);
  return { page, complaints };
}

async function expectNoBarriers(page: Page) {
  const closed = page.locator('main details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
  expect(await findBarriers(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await findBarriers(page, looks)).toEqual([]);
  expect(await overflows(page)).toBe(false);
}

const advisory = '/console/advisories/NCSC-2019-0979';
const pages: [keyof People, string][] = [
  ['pieter', '/console/versions/REVIEW/preview?language=nl'],
  ['dewi', '/console/versions/REVIEW/preview?language=en'],
  ['pieter', '/console/versions/REVIEW/message?address=ADDRESS&language=nl'],
  ['dewi', '/console/versions/APPROVED/publish?language=nl'],
  ['dewi', '/console/versions/PUBLISHED/withdraw?language=en'],
  ['dewi', '/console/versions/PUBLISHED/send?language=nl'],
  ['dewi', '/console/dispatches?language=en'],
  ['dewi', '/console/dispatches/DISPATCH?language=nl'],
  ['dewi', '/console/dispatches/DISPATCH/deliveries?state=skipped&language=nl'],
  ['pieter', `${advisory}/progress?language=en`],
  ['dewi', `${advisory}/board?language=nl`],
  ['dewi', `${advisory}/phone-list?language=en`],
  ['dewi', `${advisory}/calls/ORGANISATION?language=nl`],
  ['dewi', `${advisory}/responses?language=en`],
  ['fatima', '/console/audit?language=nl'],
];

test.each(pages)(
  '%s meets no barrier on %s, wide and narrow, light and dark',
  async (who, path) => {
    const { page, complaints } = await visit(who, path);
    await expectNoBarriers(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test('an approver who forgot half a consent is led to its field, with the keyboard', async () => {
  const { page } = await visit('pieter', '/console/versions/REVIEW/preview?language=en');
  await page.locator('summary', { hasText: 'Consent from outside' }).press('Enter');
  await page.getByLabel('Office').first().fill('CIO Rijk');
  await onwards(page, () => page.locator('#approve button[type=submit]').press('Enter'));
  await expectFocus(page, '.errors');
  await page.locator('.errors a').first().press('Enter');
  await page.waitForURL(/#approve-consents-0-givenAt$/);
  await expectNoBarriers(page);
  await page.context().close();
});

test('whoever watches sees it end, with the script and without', async () => {
  const path = '/console/dispatches/DISPATCH?language=en';
  const { page, complaints } = await visit('dewi', path);
  await page.getByText('This page keeps itself up to date.').waitFor();
  const { page: plain } = await visit('dewi', path, { javaScriptEnabled: false });
  await plain.getByRole('link', { name: 'Stop loading it again' }).waitFor();
  gate.resolve();
  await page.getByText('Everything is settled.').waitFor();
  await page.locator('tbody[data-part=progress]', { hasText: 'finished' }).waitFor();
  await plain.getByText('Everything is settled.').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
  await plain.context().close();
});
