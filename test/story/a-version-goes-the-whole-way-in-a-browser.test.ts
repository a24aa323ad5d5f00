import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { exportCsaf } from '../../src/advisory/export-csaf.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { pushClock } from '../../src/clock.ts';
import { runHub } from '../../src/command/serve.ts';
import { highHigh } from '../advisory/example.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { expectFocus, onwards } from '../browser/accessible.ts';
import { atEnd } from '../support/at-end.ts';
import { openBrowser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from '../support/sign-in.ts';
import { openTestSmtp } from '../support/smtp.ts';
import type { Smtp } from '../support/smtp-server.ts';

// The console as its people use it: a running hub, a real mail server, a real browser, each person in a window of their own.

let hub: TestHub;
let people: People;
let browser: Browser;
let smtp: Smtp;

beforeAll(async () => {
  smtp = await openTestSmtp();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  hub = await openTestHub({ port, publicUrl, mail: { relays: [smtp.relay] } });
  const running = await runHub(hub);
  atEnd(() => running.stop());
  people = await hirePeople(hub);
  await settle();
  browser = await openBrowser();
});

/** Vitaal B.V. with Karim; Stil B.V., which nobody can reach. Vital providers are asked to acknowledge within the hour. */
async function settle() {
  const operatorId = people.fatima;
  const provider = { kind: 'vital provider', sector: 'energy', operatorId } as const;
  const organisationId = await addOrganisation(hub, { name: 'Vitaal B.V.', ...provider });
  await addOrganisation(hub, { name: 'Stil B.V.', ...provider });
  await addContact(hub, {
    name: 'Karim',
    language: 'en',
    organisations: [{ organisationId, role: 'CISO' }],
    addresses: [{ channel: 'email', target: 'karim@vitaal.example', verified: true }],
    operatorId,
  });
  const audienceId = await addAudience(hub, {
    name: 'Vital providers',
    selection: { kinds: ['vital provider'] },
    tlpCeiling: 'AMBER+STRICT',
    operatorId,
  });
  const asks = { requestKind: 'acknowledge', deadlineMinutes: 60 } as const;
  await addPolicyLine(hub, { audienceId, channelRule: 'every', ...asks, operatorId });
}

/** What a browser with a person before it says of itself; ours says "headless", and a machine cannot acknowledge. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** Somebody's own window, signed in when an operator. */
async function windowOf(person?: keyof People): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    userAgent,
    viewport: { width: 1280, height: 900 },
  });
  atEnd(() => context.close());
  if (person) {
    const { Cookie } = await signIn(hub, people[person]);
    const [name = '', value = ''] = Cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: hub.config.publicUrl }]);
  }
  const page = await context.newPage();
  await page.goto(`${hub.config.publicUrl}${person ? '/console' : ''}`);
  return page;
}

test('written, submitted, approved by another, published, watched, and answered', async () => {
  const anouk = await windowOf('anouk');
  await anouk.getByRole('link', { name: 'Write a new advisory' }).click();
  for (const [language, title] of [
    ['Dutch', 'Lek in Gateway'],
    ['English', 'Hole in Gateway'],
  ]) {
    await anouk.getByLabel(`Title (${language})`).fill(title ?? '');
    await anouk.getByLabel(`Summary (${language})`).fill(`${title}.`);
    await anouk.getByLabel(`Advice (${language})`).fill(`${title}!`);
  }
  await anouk.getByRole('button', { name: 'Add a product' }).click();
  // What was typed before the page came back is still there.
  await expectFocus(anouk, 'input[name="content.products.0.vendor"]');
  expect(await anouk.getByLabel('Title (Dutch)').inputValue()).toBe('Lek in Gateway');
  await anouk.fill('input[name="content.products.0.vendor"]', 'Citrix');
  await anouk.fill('input[name="content.products.0.name"]', 'Gateway');
  for (const [half, answers] of Object.entries(highHigh))
    for (const [question, answer] of Object.entries(answers))
      await anouk.check(`input[name="matrix.${half}.${question}"][value="${answer}"]`);
  await anouk.check('input[name="tlp"][value="AMBER"]');
  await anouk.getByRole('button', { name: 'Save and see what changes' }).click();
  await anouk.getByRole('button', { name: 'Submit for review' }).click();

  const pieter = await windowOf('pieter');
  await pieter
    .getByRole('link', { name: /Hole in Gateway|Review/ })
    .first()
    .click();
  await pieter.getByRole('button', { name: 'Approve' }).click();

  const dewi = await windowOf('dewi');
  await dewi
    .getByRole('link', { name: /Publish/ })
    .first()
    .click();
  await dewi.getByRole('button', { name: 'Publish now' }).click();
  const [mail] = await smtp.received(1);
  await dewi.getByRole('cell', { name: '1 of 1' }).waitFor();
  await dewi.getByText('Everything is settled.').waitFor();
  const board = dewi.getByRole('link', { name: 'Who has heard: the board' });
  await onwards(dewi, () => board.click());
  const standing = dewi.getByRole('row', { name: /Vitaal B\.V\./ }).last();
  expect(await standing.textContent()).not.toContain('acting');

  const karim = await windowOf();
  await karim.goto(linkIn(mail?.raw ?? ''));
  // A person reads first; who answers at once is taken for a program.
  await pushClock(hub, { to: new Date(Date.now() + 60_000) });
  await karim.getByLabel('We are acting on it').check();
  await karim.getByRole('button', { name: /Send|Answer/ }).click();

  await karim.getByRole('heading', { name: 'Your answer is known' }).waitFor();
  await dewi.reload();
  expect(await standing.textContent()).toContain('acting');
});

test('a CSAF document of ours becomes the next version of its advisory', async () => {
  const { id: versionId, advisoryId } = await toPublication(hub, people);
  const document = await exportCsaf(hub, { versionId });
  const { tracking } = document.document;
  Object.assign(document.document, { title: 'Hole in Gateway, now exploited' });
  Object.assign(tracking, {
    version: '1.0.1',
    revision_history: [
      ...tracking.revision_history,
      { date: tracking.current_release_date, number: '1.0.1', summary: 'It is exploited.' },
    ],
  });
  const anouk = await windowOf('anouk');
  await anouk.getByRole('link', { name: 'Import CSAF' }).click();
  const choose = (text: string) =>
    anouk.getByLabel('CSAF 2.0 document').setInputFiles({
      name: 'ncsc-2026-0001.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await choose('{ "document": {} }');
  await onwards(anouk, () => anouk.getByRole('button', { name: 'Import' }).click());
  await expectFocus(anouk, '.errors');
  await choose(JSON.stringify(document));
  await anouk.getByRole('button', { name: 'Import' }).click();
  await onwards(anouk, () => anouk.getByRole('link', { name: /Open/ }).click());
  expect(await anouk.getByLabel('Title (English)').inputValue()).toBe(
    'Hole in Gateway, now exploited',
  );
  const versions = await hub.sql`
    SELECT ordinal, state, imported_version FROM versions
    WHERE advisory_id = ${advisoryId} ORDER BY ordinal`;
  expect(versions).toMatchObject([
    { ordinal: 0, state: 'published', importedVersion: null },
    { ordinal: 1, state: 'draft', importedVersion: '1.0.1' },
  ]);
});

/** The address of the page that the mail asks its reader to open. */
function linkIn(raw: string): string {
  const text = raw.replaceAll('=\r\n', '').replaceAll('=\n', '').replaceAll('=3D', '=');
  return /http:\S+\/acknowledge\/[\w-]+/.exec(text)?.[0] ?? 'no link';
}
