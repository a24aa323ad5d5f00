import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { draft } from '../../src/advisory/draft.ts';
import { sendBack } from '../../src/advisory/send-back.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { createApp } from '../../src/http/app.tsx';
import type { Hub } from '../../src/hub.ts';
import { exampleDraft, toPublication, toReview } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openBrowser } from '../support/browser.ts';
import { openTestHub } from '../support/hub.ts';
import { listen } from '../support/listen.ts';
import { signIn } from '../support/sign-in.ts';
import { expectFocus, findBarriers, looks, onwards, overflows } from './accessible.ts';

let browser: Browser;
let hub: Hub;
let people: People;
let site: string;
let draftId: number;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  site = await listen(createApp(() => hub));
  // A browser keeps what signs in, and sends forms, only to the address that the hub knows as its own.
  hub = { ...hub, config: { ...hub.config, publicUrl: site } };
  browser = await openBrowser();
  const long = 'https://example.nl/'.padEnd(300, 'zonder-spaties-');
  const { advisoryId } = await toPublication(hub, people, { trackingId: 'NCSC-2019-0979' });
  const next = exampleDraft(people, { advisoryId });
  next.content.references = [{ url: long, title: long }];
  const audienceId = await addAudience(hub, {
    name: 'Rijksoverheid',
    selection: { kinds: ['central government'] },
    tlpCeiling: 'AMBER',
    operatorId: people.fatima,
  });
  next.content.coveringNotes = [{ audienceId, nl: 'Wij sporen u aan.', en: 'We urge you.' }];
  ({ id: draftId } = await draft(hub, next));
  const { id } = await toReview(hub, people, { trackingId: 'NCSC-2020-0001' });
  await sendBack(hub, { versionId: id, remark: 'Noem de versies.', operatorId: people.pieter });
});

/** Somebody's browser, signed in; `complaints` is what it says of the pages. */
async function visit(who: keyof People, path: string) {
  const headers = await signIn(hub, people[who]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const [name = '', value = ''] = headers.Cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: site }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) complaints.push(message.text());
  });
  await page.goto(site + path);
  return { page, complaints };
}

async function expectNoBarriers(page: Page) {
  for (const summary of await page.locator('main summary').all()) await summary.click();
  expect(await findBarriers(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await findBarriers(page, looks)).toEqual([]);
  expect(await overflows(page)).toBe(false);
}

const pages: [keyof People, string][] = [
  ['anouk', '/console?language=nl'],
  ['dewi', '/console?language=en'],
  ['dewi', '/console/advisories?search=geen&language=nl'],
  ['anouk', '/console/advisories?language=en'],
  ['pieter', '/console/advisories/NCSC-2019-0979?language=nl'],
  ['anouk', '/console/advisories/new?language=en'],
  ['anouk', '/console/advisories/NCSC-2020-0001?language=nl'],
  ['anouk', '/console/versions/DRAFT/edit?language=nl'],
  ['anouk', '/console/versions/DRAFT/submit?language=en'],
  ['dewi', '/console/advisories/NCSC-2019-0979/events/new?language=nl'],
  ['anouk', '/console/notices/new?language=nl'],
  ['anouk', '/console/import?language=en'],
];

test.each(pages)(
  '%s meets no barrier on %s, wide and narrow, light and dark',
  async (who, path) => {
    const { page, complaints } = await visit(who, path.replace('DRAFT', String(draftId)));
    await expectNoBarriers(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test('the risk is shown while Anouk answers, and counted again without the script', async () => {
  const { page } = await visit('anouk', `/console/versions/${draftId}/edit?language=en`);
  const outcome = page.locator('output');
  expect(await outcome.textContent()).toBe(
    'The matrix comes to H/H (likelihood: 38 points). That is Urgent.',
  );
  await page.getByLabel('With a user’s rights').check();
  await expect
    .poll(() => outcome.textContent())
    .toBe('The matrix comes to H/M (likelihood: 38 points).');
  await onwards(page, () => page.getByRole('button', { name: 'Compute the outcome' }).click());
  expect(await outcome.textContent()).toBe('The matrix comes to H/M (likelihood: 38 points).');
  await expectFocus(page, '#outcome');
  await onwards(page, () => page.getByRole('button', { name: 'Clear the answers' }).click());
  expect(await outcome.textContent()).toBe('15 questions are open.');
  await page.context().close();
});

test('with the keyboard alone: a row more, what is wrong, the way to its field, saved', async () => {
  const { page } = await visit('anouk', '/console/advisories/new?language=en');
  await onwards(page, () => page.getByRole('button', { name: 'Add a product' }).press('Enter'));
  await expectFocus(page, '[name="content.products.0.vendor"]');
  await page.keyboard.type('Citrix');
  // Enter saves; it does not press the first button that takes a row away.
  await onwards(page, () => page.keyboard.press('Enter'));
  expect(await page.title()).toContain('Write a new advisory');
  await expectFocus(page, '.errors');
  await expectNoBarriers(page);
  const links = page.locator('.errors a');
  expect(await links.count()).toBeGreaterThan(2);
  for (const link of await links.all()) {
    await link.press('Enter');
    const id = (await link.getAttribute('href'))?.slice(1) ?? '';
    const isThere = await page.evaluate((at) => document.getElementById(at) !== null, id);
    expect([id, isThere]).toEqual([id, true]);
  }
  expect(await page.locator('[name="content.products.0.vendor"]').inputValue()).toBe('Citrix');
  await page.context().close();
});

test('two people at one draft: the second sees both texts', async () => {
  const path = `/console/versions/${draftId}/edit?language=nl`;
  const { page: one } = await visit('anouk', path);
  const { page: other } = await visit('anouk', path);
  await one.getByLabel('Titel (Engels)').fill('Karim was here');
  await onwards(one, () => one.getByRole('button', { name: 'Concept opslaan' }).last().click());
  await one.waitForSelector('.done');
  await other.getByLabel('Titel (Engels)').fill('Eline was here');
  await onwards(other, () => other.getByRole('button', { name: 'Concept opslaan' }).last().click());
  await other.waitForSelector('#conflict');
  const row = other.getByRole('row', { name: 'content.texts.en.title' });
  expect(await row.textContent()).toContain('Eline was hereKarim was here');
  await expectNoBarriers(other);
  await one.context().close();
  await other.context().close();
});
