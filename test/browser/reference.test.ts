import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.tsx';
import { openBrowser } from '../support/browser.ts';
import { openTestHub } from '../support/hub.ts';
import { listen } from '../support/listen.ts';
import { findBarriers, overflows } from './accessible.ts';

let browser: Browser;
let site: string;

beforeAll(async () => {
  const hub = await openTestHub();
  site = await listen(createApp(() => hub));
  browser = await openBrowser();
});

test.each([
  ['nl', 1280],
  ['en', 360],
])('the API reference in %s at %i pixels is for everybody', async (language, width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(`${site}/api/v1/reference?language=${language}`);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await overflows(page)).toBe(false);
  expect(await page.locator('script').count()).toBe(0);
  const links = await page
    .locator('main a[href^="#"]')
    .evaluateAll((all) =>
      all
        .map((link) => link.getAttribute('href')?.slice(1) ?? '')
        .filter((id) => !document.getElementById(id)),
    );
  expect([...new Set(links)]).toEqual([]);
  // Every topic and schema is written by the same template: a few are looked at, all would take a minute.
  await page.evaluate(() => {
    for (const list of [
      document.querySelector('main'),
      document.querySelector('main > div:last-child'),
    ])
      for (const each of [...(list?.children ?? [])].slice(9, -1)) each.remove();
  });
  expect(await findBarriers(page)).toEqual([]);
  await page.close();
});

test('every operation of the document is on the page', async () => {
  const document = await (await fetch(`${site}/api/v1/openapi.json`)).json();
  const html = await (await fetch(`${site}/api/v1/reference`)).text();
  const ids = Object.values(
    document.paths as Record<string, Record<string, { operationId: string }>>,
  )
    .flatMap((methods) => Object.values(methods))
    .map(({ operationId }) => operationId);
  expect(ids.length).toBeGreaterThan(80);
  expect(ids.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
});
