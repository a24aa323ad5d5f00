import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { advisoryLetter } from '../../templates/advisory-letter.tsx';
import { exampleContent } from '../advisory/example.ts';
import { findBarriers, looks, overflows } from '../browser/accessible.ts';
import { openBrowser } from '../support/browser.ts';
import { exampleOccasion, exampleVersion } from './occasion.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const content = exampleContent();
const long = 'zonder-spaties-'.repeat(20);
content.texts.nl.advice = `- Ga naar https://example.org/${long}\n- Lees`;
content.references.push({ url: `https://example.org/${long}`, title: long });
const version = exampleVersion({ content });

// The reasons differ in words alone; these have every part there is.
const letters = [
  ['request', advisoryLetter(exampleOccasion({ version }, 'request'))],
  ['public', advisoryLetter(exampleOccasion({ version, owner: 'public' }))],
  ['pointer', advisoryLetter(exampleOccasion({ form: 'pointer' }))],
] as const;

async function show(html: string, colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
  await page.setContent(html);
  return page;
}

test.each(letters)('%s: no barriers, no sideways scrolling', async (_name, { html }) => {
  const page = await show(html, 'light', 1280);
  expect(await findBarriers(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await findBarriers(page, looks)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.close();
});

test.each(letters)(
  '%s: reads on a dark screen, with its style sheet and without',
  async (_name, { html }) => {
    for (const seen of [html, html.replace(/<style>.*?<\/style>/s, '')]) {
      const page = await show(seen, 'dark', 360);
      expect(await findBarriers(page, looks)).toEqual([]);
      await page.close();
    }
  },
);
