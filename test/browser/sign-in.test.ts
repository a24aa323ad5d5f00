import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.tsx';
import { inviteOperator } from '../../src/operator/invite.ts';
import { issueRecovery } from '../../src/operator/issue-recovery.ts';
import { requestRoles } from '../../src/operator/request-roles.ts';
import { openSetup } from '../../src/operator/set-up.ts';
import { codeAt, stepAt } from '../../src/operator/totp.ts';
import { openBrowser } from '../support/browser.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { listen } from '../support/listen.ts';
import { expectFocus, findBarriers, onwards, overflows } from './accessible.ts';

let hub: TestHub;
let browser: Browser;
let site: string;
let page: Page;
const password = 'een zin van een paar woorden';

beforeAll(async () => {
  hub = await openTestHub({ publicUrl: 'http://hub.test' });
  site = await listen(createApp(() => hub));
  browser = await openBrowser();
  page = await browser.newPage({ locale: 'en-GB' });
});

const here = (url: string | null) => site + (url ?? '').replace(hub.config.publicUrl, '');

/** Looks at the page as it stands on a wide screen and on a telephone. */
async function look(name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect([name, width, await overflows(page)]).toEqual([name, width, false]);
  }
  expect([name, await findBarriers(page)]).toEqual([name, []]);
}

/** The same page in Dutch, whose words are longer, and in English. */
async function lookInBoth(name: string): Promise<void> {
  const url = new URL(page.url());
  for (const language of ['nl', 'en']) {
    url.searchParams.set('language', language);
    await page.goto(url.href);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect([name, language, await overflows(page)]).toEqual([name, language, false]);
  }
  await look(name);
}

const press = (name: string) =>
  onwards(page, () => page.getByRole('button', { name }).first().click());
const pressEnter = () => onwards(page, () => page.keyboard.press('Enter'));
const secretHere = async () =>
  ((await page.locator('code').first().textContent()) ?? '').replaceAll(' ', '');

test('the first administrator comes in, by keyboard and without a mouse', async () => {
  await page.goto(here(await openSetup(hub)));
  await lookInBoth('setup');
  await press('Make the account');
  // Everything that is wrong stands at its field, and the summary has the focus.
  await expectFocus(page, '.errors');
  await look('setup with errors');
  await page.getByLabel('Name').fill('Fatima');
  await page.getByLabel('E-mail address').fill('fatima@csirt.example');
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same password again').fill(password);
  await pressEnter();
  await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor();
  await lookInBoth('enrol');
  const secret = await secretHere();
  await page.getByRole('textbox', { name: 'Code' }).fill(codeAt(secret, stepAt(Date.now())));
  await pressEnter();
  await page.getByRole('heading', { name: 'Your backup codes' }).waitFor();
  await look('backup codes');
  const backup = (await page.locator('code').first().textContent()) ?? '';
  await onwards(page, () => page.getByRole('link', { name: 'to the console' }).click());
  await press('Sign out');
  await page.getByRole('status').waitFor();
  await lookInBoth('sign-in');
  await page.goto(`${site}/console/account`);
  await page.getByLabel('E-mail address').fill('fatima@csirt.example');
  await page.getByLabel('Password').fill(password);
  await pressEnter();
  await page.getByRole('heading', { name: 'Second factor' }).waitFor();
  await lookInBoth('second factor');
  await page.getByRole('textbox', { name: 'Code' }).fill(backup);
  await pressEnter();
  await page.getByRole('heading', { name: 'My account' }).waitFor();
});

test('the pages of accounts are whole on a wide screen and on a telephone', async () => {
  await page
    .getByLabel('What for')
    .fill('A system with a rather long name that monitors the board');
  await press('Make the key');
  await look('new key');
  await page.goto(`${site}/console/account`);
  await lookInBoth('account');
  for (const path of ['password', 'second-factor', 'backup-codes']) {
    await page.goto(`${site}/console/account/${path}`);
    await lookInBoth(path);
  }
  await page.goto(`${site}/console/operators/new`);
  await lookInBoth('invite');
  await page.getByLabel('Name').fill('Jelle');
  await page.getByLabel('E-mail address').fill('jelle@csirt.example');
  await page.getByLabel('administrator').check();
  await press('Invite');
  await look('invitation');
  const [fatima, jelle] = await hub.sql`SELECT id FROM operators ORDER BY id`;
  const ask = { accountId: jelle?.id, roles: ['author' as const], operatorId: fatima?.id };
  await requestRoles(hub, ask);
  await page.goto(`${site}/console/operators`);
  await lookInBoth('operators');
  await page.goto(`${site}/console/operators/${jelle?.id}`);
  await lookInBoth('operator');
  await press('Make a recovery address');
  await look('recovery address');
});

test('so are the pages of who was invited, or lost the way in', async () => {
  const [fatima] = await hub.sql`SELECT id FROM operators ORDER BY id`;
  const operatorId = fatima?.id as number;
  const account = { name: 'Anouk', email: 'anouk@csirt.example' };
  const { operator, url } = await inviteOperator(hub, { ...account, operatorId });
  await page.goto(here(url));
  await lookInBoth('invitation');
  const recovery = await issueRecovery(hub, { accountId: operator.id, operatorId });
  await page.goto(here(recovery));
  await lookInBoth('recovery');
  await page.goto(`${site}/recovery`);
  await lookInBoth('lost');
});
