import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { pushClock } from '../../src/clock.ts';
import { createApp } from '../../src/http/app.tsx';
import type { Hub } from '../../src/hub.ts';
import { publishIssue, publishMessage, withdrawIssue } from '../http/library.ts';
import { openBrowser } from '../support/browser.ts';
import { openTestHub } from '../support/hub.ts';
import { listen } from '../support/listen.ts';
import { expectFocus, findBarriers, looks, overflows } from './accessible.ts';

let browser: Browser;
let site: string;

beforeAll(async () => {
  const hub = await openTestHub();
  await fill(hub);
  site = await listen(createApp(() => hub));
  browser = await openBrowser();
});

async function fill(hub: Hub) {
  const trackingId = 'NCSC-2019-0979';
  const long = 'urn:'.padEnd(400, 'zonder-spaties-');
  const product = { vendor: 'Citrix', name: `ADC ${long}` };
  const versions = [{ version: '13.0', status: 'affected' }];
  const cvss = [{ cve: 'CVE-2019-19781', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }];
  const references = [{ url: `https://example.nl/${long}`, title: `Leverancier ${long}` }];
  await pushClock(hub, { to: new Date('2019-12-18T13:00:00Z') });
  await publishIssue(hub, {
    trackingId,
    content: { products: [product], cves: ['CVE-2019-19781'] },
  });
  await pushClock(hub, { to: new Date('2020-01-13T08:05:00Z') });
  const content = {
    products: [{ ...product, versions }],
    cves: ['CVE-2020-0001'],
    cvss,
    references,
  };
  await publishIssue(hub, {
    trackingId,
    ordinal: 1,
    risk: ['high', 'high'],
    about: 'Brug',
    content,
  });
  await publishMessage(hub, { trackingId, tlp: 'CLEAR', about: 'Citrix' });
  const wrong = await publishIssue(hub, { trackingId: 'NCSC-2020-0002', about: 'Sluis' });
  await withdrawIssue(hub, wrong, 'It was about another product.');
  for (let n = 3; n < 30; n += 1) await publishIssue(hub, { trackingId: `NCSC-2020-${1000 + n}` });
}

const pages = [
  '/nl',
  '/en?page=2',
  ...['nl', 'en'].flatMap((language) => [
    `/advisories/NCSC-2019-0979?language=${language}`,
    `/advisories/NCSC-2019-0979/1.00?language=${language}`,
    `/advisories/NCSC-2020-0002?language=${language}`,
    `/${language}/accessibility`,
    `/${language}/nowhere`,
  ]),
];

/** Opens a page with everything on it unfolded, and keeps what the browser complains of. */
async function visit(path: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('requestfailed', (request) => void complaints.push(request.url()));
  await page.goto(site + path);
  for (const summary of await page.locator('summary').all()) await summary.click();
  return { page, complaints };
}

test.each(pages)('%s has no barriers, wide and narrow, light and dark', async (path) => {
  const { page } = await visit(path);
  expect(await findBarriers(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findBarriers(page, looks)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await findBarriers(page, looks)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.close();
});

test.each(pages.filter((path) => !path.endsWith('nowhere')))(
  '%s runs no script, asks nobody else for anything and breaks no rule of its own',
  async (path) => {
    const { page, complaints } = await visit(path);
    expect(complaints).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    // The stylesheet is there: the browser's own has no such width.
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).toBe(
      '992px',
    );
    await page.close();
  },
);

test('with the keyboard alone the first step leads past the menu', async () => {
  const { page } = await visit('/nl');
  await page.keyboard.press('Tab');
  const link = page.locator(':focus');
  expect(await link.textContent()).toContain('Naar de inhoud');
  await expect
    .poll(() => link.evaluate((element) => element.getBoundingClientRect().top))
    .toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await expectFocus(page, '#content');
  await page.close();
});

test('on paper there is no menu, and all of the text', async () => {
  const { page } = await visit('/advisories/NCSC-2019-0979?language=nl');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('body > header ul').isVisible()).toBe(false);
  expect(await page.locator('h1').isVisible()).toBe(true);
  await page.close();
});

test('the axe that is swung here cuts', async () => {
  const { page } = await visit('/nl');
  await page.evaluate(() => {
    document.documentElement.removeAttribute('lang');
    document.body.insertAdjacentHTML('beforeend', '<p style="color:#bbb">grijs</p><img src="/x">');
  });
  const found = (await findBarriers(page)).map((line) => line.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['html-has-lang', 'image-alt']));
  await page.close();
});

test('where the machine has no browser the packed one starts', async () => {
  const packed = await openBrowser('');
  const page = await packed.newPage();
  await page.goto(`${site}/nl`);
  expect(await page.locator('h1').textContent()).toBe('Beveiligingsadviezen');
});
