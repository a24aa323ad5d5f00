import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { addAddress } from '../../src/audience/add-address.ts';
import { addPublicChannel } from '../../src/audience/add-public-channel.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { disableAddress } from '../../src/audience/disable-address.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { stateSoftwareUse } from '../../src/audience/state-software-use.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { addWebhook } from '../../src/fanout/webhook/add-webhook.ts';
import { keepAttempt } from '../../src/fanout/webhook/keep-attempt.ts';
import { createApp } from '../../src/http/app.tsx';
import type { Hub } from '../../src/hub.ts';
import { createKey } from '../../src/operator/create-key.ts';
import { toPublication } from '../advisory/journey.ts';
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

beforeAll(async () => {
  // A hub with a bot, which nobody speaks to here.
  const bot = { token: '7:test', apiRoot: 'http://127.0.0.1:9', webhookSecret: undefined };
  hub = await openTestHub({ telegram: { ...bot, botName: 'hub_bot' } });
  people = await hirePeople(hub);
  site = await listen(createApp(() => hub));
  // A browser keeps what signs in, and sends forms, only to the address that the hub knows as its own.
  hub = { ...hub, config: { ...hub.config, publicUrl: site } };
  browser = await openBrowser();
  await settle(people.fatima);
});

/** Two providers under a regulator: one with everything, one that nothing reaches. */
async function settle(operatorId: number) {
  const regulatorId = await addOrganisation(hub, {
    name: 'Toezichthouder drinkwater',
    kind: 'regulator',
    operatorId,
  });
  const provider = { kind: 'vital provider' as const, sector: 'drinkwater', regulatorId };
  const name = `Drinkwater ${'Zilverbeek'.padEnd(80, 'lang')}`;
  const organisationId = await addOrganisation(hub, { name, ...provider, operatorId });
  await addOrganisation(hub, { name: 'Gasbedrijf', ...provider, operatorId });
  const target = `${'een-heel-lang-adres'.padEnd(60, '-x')}@drinkwater.example`;
  const contactId = await addContact(hub, {
    name: 'Karim Aydin',
    organisations: [{ organisationId, role: 'CISO' }],
    addresses: [{ channel: 'email', target, verified: true }],
    operatorId,
  });
  const phone = { channel: 'phone' as const, target: '+31 70 123 4567' };
  await addAddress(hub, { contactId, address: phone, operatorId });
  const webhook = { channel: 'webhook' as const, target: 'https://example.nl/hook', preference: 2 };
  const addressId = await addAddress(hub, { contactId, address: webhook, operatorId });
  await disableAddress(hub, { addressId, reason: 'het certificaat is verlopen', operatorId });
  const version = '12.1';
  await stateSoftwareUse(hub, {
    ...{ organisationId, vendor: 'Citrix', product: 'ADC', version },
    operatorId,
  });
  const selection = { kinds: ['vital provider' as const] };
  const told = { name: 'vitale aanbieders', selection, tlpCeiling: 'RED' as const, operatorId };
  const audienceId = await addAudience(hub, told);
  const asked = { requestKind: 'acknowledge' as const, deadlineMinutes: 1440 };
  const line = { audienceId, channelRule: 'every' as const, reminderMinutes: [240, 720] };
  await addPolicyLine(hub, { ...line, ...asked, risks: ['M/H', 'H/H'], operatorId });
  await addPolicyLine(hub, { audienceId, channelRule: 'preferred', operatorId });
  await openMachine({ contactId, organisationId, operatorId });
  const channel = { name: 'Adviezen', language: 'nl' as const, operatorId };
  await addPublicChannel(hub, { ...channel, target: '@adviezen_van_het_csirt_in_het_nl' });
  const dead = await addPublicChannel(hub, {
    ...channel,
    name: 'Advisories',
    target: '-1001234567890',
  });
  await hub.sql`
    UPDATE addresses SET disabled_at = hub_now(), disabled_reason = 'Telegram 403: Forbidden: bot was kicked from the channel chat'
    WHERE id = ${dead}`;
  await toPublication(hub, people);
  await expandNext(hub);
}

type Owner = { contactId: number; organisationId: number; operatorId: number };

/** The provider's machine: it was told, failed with a long answer, and its key is on the page. */
async function openMachine({ contactId, organisationId, operatorId }: Owner) {
  const expiresAt = new Date(Date.now() + 86_400_000);
  const partner = { organisationId, tlpCeiling: 'AMBER' as const };
  const key = await createKey(hub, {
    name: 'SIEM van de meldkamer',
    expiresAt,
    operatorId,
    partner,
  });
  const { webhook } = await addWebhook(hub, {
    ...{ contactId, url: `https://hooks.drinkwater.example/${'lang'.repeat(30)}` },
    products: [{ vendor: 'Citrix', product: null }],
    partner: { ...partner, keyId: key.id },
  });
  const failed = { addressId: webhook.id, deliveryId: 0, key: 'test.1', durationMs: 20_000 };
  await keepAttempt(hub, { ...failed, status: 503, answer: '<html>'.padEnd(200, 'lang') });
  await keepAttempt(hub, { ...failed, status: null, answer: 'no answer in 20 s' });
}

/** Somebody's browser, signed in. */
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

const pages = [
  'organisations',
  'organisations/2',
  'organisations/2/change',
  'organisations/2/remove',
  'organisations/2/partner',
  'organisations/2/partner/keys/1/rotate',
  'organisations/2/partner/keys/1/withdraw',
  'organisations/3/partner',
  'webhooks/4',
  'webhooks/4/end',
  'contacts',
  'contacts/1',
  'addresses/1',
  'audiences',
  'audiences/1',
  'audiences/1/change',
  'public-channels',
  'policy',
  'policy/1',
  'import/csv',
];

test.each(pages)('/console/%s has no barriers, wide and narrow, light and dark', async (path) => {
  for (const language of ['nl', 'en']) {
    const { page, complaints } = await visit('fatima', `/console/${path}?language=${language}`);
    for (const summary of await page.locator('main summary').all()) await summary.click();
    const shots = process.env.SHOTS;
    const shot = `${shots}/${path.replaceAll('/', '-')}-${language}`;
    if (shots) await page.screenshot({ path: `${shot}-1280.png`, fullPage: true });
    await expectNoBarriers(page);
    if (shots) await page.screenshot({ path: `${shot}-360.png`, fullPage: true });
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

async function expectNoBarriers(page: Page) {
  expect(await findBarriers(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await findBarriers(page, looks)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findBarriers(page, looks)).toEqual([]);
}

test.each([
  ['nl', 'koppel'],
  ['en', 'link'],
])('a code for a chat is read in %s on a page without barriers', async (language, word) => {
  const { page, complaints } = await visit('fatima', `/console/contacts/1?language=${language}`);
  await onwards(page, () => page.locator('form[action$="/chat-code"] button').click());
  const said = await page.locator('main').textContent();
  expect(said).toMatch(new RegExp(`/${word} [A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}`));
  await expectNoBarriers(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a public channel is added with the keyboard, and what is wrong with one is said at its field', async () => {
  const { page } = await visit('fatima', '/console/public-channels?language=en');
  const add = async (name: string, target: string) => {
    await page.getByLabel('Name').focus();
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(target);
    await onwards(page, () => page.keyboard.press('Enter'));
  };
  await add('Twice', '@adviezen_van_het_csirt_in_het_nl');
  await expectFocus(page, 'section.errors');
  await expectNoBarriers(page);
  await page.goto(`${site}/console/public-channels?language=en`);
  await add('Others', '@others_nl');
  expect(await page.locator('tbody').textContent()).toContain('@others_nl');
  await page.context().close();
});

test('a partner’s key is given out, replaced and withdrawn, with the keyboard alone', async () => {
  const { page } = await visit('fatima', '/console/organisations/3/partner?language=nl');
  await page.locator('#key-name').focus();
  await onwards(page, () => page.keyboard.press('Enter'));
  await expectFocus(page, '.errors');
  expect(await findBarriers(page)).toEqual([]);
  await page.locator('#key-name').focus();
  await page.keyboard.type('SIEM');
  await onwards(page, () => page.keyboard.press('Enter'));
  expect(await page.locator('main code').first().textContent()).toMatch(/^smf_/);
  expect(await findBarriers(page)).toEqual([]);
  const follow = async (name: string) => {
    await page.getByRole('link', { name }).focus();
    await onwards(page, () => page.keyboard.press('Enter'));
  };
  await follow('Terug naar de koppelingen');
  await follow('Vervangen (SIEM)');
  await page.getByLabel('een dag').focus();
  await page.keyboard.press('Space');
  await onwards(page, () => page.keyboard.press('Enter'));
  await follow('Terug naar de koppelingen');
  expect(await page.locator('tbody tr').count()).toBe(2);
  await page.getByRole('link', { name: 'Intrekken (SIEM)' }).first().focus();
  await onwards(page, () => page.keyboard.press('Enter'));
  await page.getByRole('button', { name: 'Ja, intrekken' }).focus();
  await onwards(page, () => page.keyboard.press('Enter'));
  expect(await page.getByRole('status').textContent()).toBe('Ingetrokken.');
  expect(await page.locator('tbody').textContent()).toContain('ingetrokken');
  await page.context().close();
});

test('a file is uploaded, its mistakes are read, a better one is applied, with the mouse alone', async () => {
  const { page } = await visit('fatima', '/console/import/csv?language=nl');
  const upload = async (csv: string) => {
    const buffer = Buffer.from(`\uFEFF${csv}`);
    const file = { name: 'organisaties.csv', mimeType: 'text/csv', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    const show = page.getByRole('button', { name: 'Tonen wat er verandert' });
    await onwards(page, () => show.click());
  };
  await upload('name;kind\r\nKade;winkel\r\n');
  expect(await page.locator('main').textContent()).toContain('Er is niets ingelezen');
  expect(await findBarriers(page)).toEqual([]);
  await onwards(page, () => page.getByRole('link', { name: 'Een ander bestand' }).click());
  await upload('name;kind;sector\r\nKade;partner;havens\r\nGasbedrijf;vital provider;gas\r\n');
  expect(await findBarriers(page)).toEqual([]);
  const shots = process.env.SHOTS;
  if (shots) await page.screenshot({ path: `${shots}/csv-preview-nl-1280.png`, fullPage: true });
  await onwards(page, () => page.getByRole('button', { name: 'Zo inlezen' }).click());
  expect(await page.getByRole('status').textContent()).toBe('Ingelezen.');
  await page.goto(`${site}/console/organisations?search=kade`);
  expect(await page.locator('tbody').textContent()).toContain('Kade');
  await page.context().close();
});
