import axe, { type RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 A and AA, as far as a program can tell, and what axe calls good practice. */
export const everything: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What another screen or other colours can change. */
export const looks: RunOnly = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
};

/** What axe-core finds on the page as it stands, a line per place. */
export async function findBarriers(page: Page, runOnly: RunOnly = everything): Promise<string[]> {
  // Evaluated by the browser's own tools, which the page's policy against scripts does not stop.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    // A frame here is a letter in a sandbox: it runs nothing, so it answers nobody, and letters have tests of their own.
    { runOnly, iframes: false },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Does what loads another page, and returns once that page is there. */
export async function onwards(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
}

/** Waits until what has the focus is what it should be: a browser gives it when it next draws, not when the page is there. */
export async function expectFocus(page: Page, selector: string): Promise<void> {
  await page.locator(`${selector}:focus`).waitFor({ state: 'attached' });
}

/** Whether a reader has to scroll sideways (WCAG 2.2 §1.4.10, at 320 pixels). */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}
