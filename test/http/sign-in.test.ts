import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.tsx';
import { inviteOperator } from '../../src/operator/invite.ts';
import { issueRecovery } from '../../src/operator/issue-recovery.ts';
import { openSetup } from '../../src/operator/set-up.ts';
import { codeAt, stepAt } from '../../src/operator/totp.ts';
import { createBrowserOf } from '../support/cookie-jar.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import type { Page } from '../support/visitor.ts';

let hub: TestHub;
let app: ReturnType<typeof createApp>;
let fatima: number;
const password = 'een zin van een paar woorden';
const secrets: Record<string, string> = {};

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
});

const pathOf = (url: string | null) => (url ?? '').replace(hub.config.publicUrl, '');
const secretIn = ({ html }: Page) =>
  (html.match(/<code>([A-Z2-7 ]{39})<\/code>/)?.[1] ?? '').replaceAll(' ', '');
const codeFor = (secret: string) => codeAt(secret, stepAt(Date.now()));
const auditOf = (operatorId: number) =>
  hub.sql`SELECT action, result, actor FROM audit_entries WHERE object = ${`operator:${operatorId}`} ORDER BY id`;

type Browser = ReturnType<typeof createBrowserOf>;

/** From the enrolment page to the backup codes. */
async function enrol(browser: Browser, page: Page) {
  const secret = secretIn(page);
  const done = await browser.send(page, 'enrol', { code: codeFor(secret) });
  const codes = [...done.html.matchAll(/<code>([a-z2-7]{5}-[a-z2-7]{5})<\/code>/g)];
  return { secret, done, codes: codes.map(([, code = '']) => code) };
}

async function enter(browser: Browser, email: string, given = password) {
  return browser.send(await browser.open('/sign-in'), 'sign-in', { email, password: given });
}

test('an empty hub prints an address where the first administrator is made, once', async () => {
  const [address, another] = [pathOf(await openSetup(hub)), pathOf(await openSetup(hub))];
  expect(address).toMatch(/^\/setup\/[\w-]{32}$/);
  const browser = createBrowserOf(app);
  const page = await browser.open(address);
  const person = { name: 'Fatima', email: 'Fatima@csirt.example', language: 'en' };
  const wrong = await browser.send(page, 'set-up', {
    ...person,
    password: 'fatima1',
    repeated: 'x',
  });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('Use at least 12 characters.');
  const unlike = { ...person, password, repeated: 'x' };
  expect((await browser.send(page, 'set-up', unlike)).html).toContain('not the same password');
  expect(wrong.html).toContain('value="Fatima@csirt.example"');
  expect(await hub.sql`SELECT FROM operators`).toHaveLength(0);
  const typed = { ...person, password, repeated: password };
  const both = await Promise.all([
    browser.send(page, 'set-up', typed),
    createBrowserOf(app).send(await browser.open(another), 'set-up', {
      ...typed,
      email: 'otto@x.nl',
    }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  const [first, ...more] = await hub.sql`SELECT id, name, roles FROM operators`;
  expect(more).toEqual([]);
  expect(first).toMatchObject({ roles: ['administrator'] });
  fatima = first?.id;
  expect(await auditOf(fatima)).toMatchObject([{ action: 'create' }, { action: 'set up' }]);
  for (const used of [address, another])
    expect((await browser.open(used)).status).toBeGreaterThan(403);
  expect(await openSetup(hub)).toBeNull();
  // Whoever of the two it was, from here on she is Fatima.
  await hub.sql`UPDATE operators SET email = 'fatima@csirt.example' WHERE id = ${fatima}`;
});

test('a password alone opens the enrolment of a second factor and nothing else', async () => {
  const browser = createBrowserOf(app);
  const page = await enter(browser, 'FATIMA@csirt.example ');
  expect(page.html).toContain('Set up your second factor');
  expect(page.html).toContain('<svg');
  const closed = await browser.open('/console');
  expect(closed.headers.get('location')).toBe('/sign-in/enrol?next=%2Fconsole');
  const wrong = await browser.send(page, 'enrol', { code: '000000' });
  expect(wrong.status).toBe(400);
  expect(secretIn(wrong)).toBe(secretIn(page));
  const other = createBrowserOf(app);
  await enter(other, 'fatima@csirt.example');
  const { secret, done, codes } = await enrol(browser, page);
  expect(codes).toHaveLength(10);
  expect(done.status).toBe(200);
  expect((await browser.open('/console')).status).toBe(200);
  // Who knew the password alone did not become more by it.
  expect((await other.open('/console')).headers.get('location')).toMatch(/^\/sign-in\?/);
  secrets.fatima = secret;
  secrets.backup = codes[0] ?? '';
});

test('no secret of it stands in the database in the clear, nor in the log', async () => {
  const browser = createBrowserOf(app);
  await enter(browser, 'fatima@csirt.example');
  const dump = JSON.stringify([
    await hub.sql`SELECT * FROM sessions`,
    await hub.sql`SELECT * FROM two_factors`,
    await hub.sql`SELECT * FROM accounts`,
    await hub.sql`SELECT * FROM verifications`,
    await hub.sql`SELECT * FROM one_time_links`,
    await hub.sql`SELECT * FROM audit_entries`,
    hub.lines,
  ]);
  const cookies = [...browser.jar.values()].map((value) => decodeURIComponent(value).split('.')[0]);
  expect(cookies.length).toBeGreaterThan(0);
  for (const secret of [password, secrets.fatima, secrets.backup, 'fatima@csirt', ...cookies])
    expect(dump).not.toContain(secret);
});

test('both factors sign in, back to the page that was asked for; a code works once', async () => {
  const browser = createBrowserOf(app);
  const asked = await browser.open('/console/account?x=1');
  const location = asked.headers.get('location') ?? '';
  expect(location).toBe('/sign-in?next=%2Fconsole%2Faccount%3Fx%3D1');
  const half = await browser.send(await browser.open(location), 'sign-in', {
    email: 'fatima@csirt.example',
    password,
  });
  expect(half.html).toContain('Second factor');
  expect((await browser.open('/console')).status).toBe(303);
  // The code of the enrolment is spent; steps of time are named here, because the clock runs on meanwhile.
  const [spentOnce] = await hub.sql`SELECT last_step FROM two_factors`;
  expect(spentOnce?.lastStep).toBeGreaterThan(0);
  const step = stepAt(Date.now());
  await hub.sql`UPDATE two_factors SET last_step = ${step}`;
  const used = { code: codeAt(secrets.fatima ?? '', step) };
  const spent = await browser.send(half, 'second-factor', used);
  expect([spent.status, spent.html.includes('was used already')]).toEqual([400, true]);
  const code = codeAt(secrets.fatima ?? '', step + 1);
  const page = await browser.open(half.path);
  const init = { method: 'POST', body: new URLSearchParams({ code }) };
  const answer = await browser.open(
    page.path.replace('%2Fconsole%2Faccount%3Fx%3D1', '//evil.example'),
    init,
  );
  expect(answer.headers.get('location')).toBe('/console');
  const cookie = answer.headers.getSetCookie().find((set) => set.includes('session_token'));
  expect(cookie).toMatch(/^__Secure-semafoor\.session_token=.*HttpOnly.*; Secure.*SameSite=Lax/i);
  expect((await browser.open('/console')).html).toContain('Fatima');
  const again = createBrowserOf(app);
  const replay = await again.send(await enter(again, 'fatima@csirt.example'), 'second-factor', {
    code,
  });
  expect(replay.status).toBe(400);
  // A backup code does it too, once.
  const lost = createBrowserOf(app);
  const backup = { code: (secrets.backup ?? '').toUpperCase() };
  await lost.send(await enter(lost, 'fatima@csirt.example'), 'second-factor', backup);
  expect((await lost.open('/console')).status).toBe(200);
  const second = createBrowserOf(app);
  const twice = await second.send(
    await enter(second, 'fatima@csirt.example'),
    'second-factor',
    backup,
  );
  expect(twice.status).toBe(400);
});

test('signing out ends the session, not only the cookie', async () => {
  const browser = createBrowserOf(app);
  // A step later than every code that was used above.
  await hub.sql`UPDATE two_factors SET last_step = 0`;
  await hub.sql`DELETE FROM sign_in_failures`;
  const code = codeFor(secrets.fatima ?? '');
  await browser.send(await enter(browser, 'fatima@csirt.example'), 'second-factor', { code });
  const kept = new Map(browser.jar);
  const out = await browser.open('/sign-out', { method: 'POST' });
  expect(out.headers.get('location')).toBe('/sign-in?done=signed-out');
  expect(browser.jar.size).toBe(0);
  for (const [name, value] of kept) browser.jar.set(name, value);
  expect((await browser.open('/console')).status).toBe(303);
  expect((await auditOf(fatima)).at(-1)).toMatchObject({ action: 'sign out' });
});

test('an invitation sets a password once; a recovery takes everything away first', async () => {
  const invited = { name: 'Anouk', email: 'anouk@csirt.example', roles: ['author' as const] };
  const { operator, url } = await inviteOperator(hub, { ...invited, operatorId: fatima });
  const browser = createBrowserOf(app);
  const page = await browser.open(pathOf(url));
  expect(page.html).toContain('anouk@csirt.example');
  const own = await browser.send(page, 'invitation', { password: 'anouk12345678', repeated: '' });
  expect(own.status).toBe(400);
  const weak = 'anouk@csirt.example!';
  const guess = await browser.send(page, 'invitation', { password: weak, repeated: weak });
  expect(guess.html).toContain('Do not use your own name or address.');
  await enrol(browser, await browser.send(page, 'invitation', { password, repeated: password }));
  expect((await browser.open('/console')).html).toContain('Anouk');
  expect((await createBrowserOf(app).open(pathOf(url))).status).toBe(410);

  const recovery = await issueRecovery(hub, { accountId: operator.id, operatorId: fatima });
  const back = createBrowserOf(app);
  const fresh = 'en nu een heel andere zin';
  const typed = { password: fresh, repeated: fresh };
  const next = await back.send(await back.open(pathOf(recovery)), 'recovery', typed);
  expect((await browser.open('/console')).status).toBe(303);
  await enrol(back, next);
  expect((await enter(createBrowserOf(app), invited.email)).status).toBe(400);
  const actions = (await auditOf(operator.id)).map(({ action }) => action);
  for (const action of ['issue recovery', 'recover']) expect(actions).toContain(action);
  expect(hub.lines.join()).toContain('a recovery address was issued');
});

test('who guesses has to wait, longer each time, and learns of no account', async () => {
  await hub.sql`DELETE FROM sign_in_failures`;
  const answers = { known: [] as string[], unknown: [] as string[] };
  const accounts = { known: 'anouk@csirt.example', unknown: 'nobody@csirt.example' };
  for (const [which, email] of Object.entries(accounts))
    for (let n = 0; n < 7; n++) {
      const browser = createBrowserOf(app);
      const { status, html } = await enter(browser, email, `guess number ${n}`);
      const said = html.match(/<section class="errors".*?<\/section>/s)?.[0].replace(/\d+/g, 'N');
      answers[which as keyof typeof answers].push(`${status} ${said}`);
    }
  expect(answers.known).toEqual(answers.unknown);
  expect(answers.known.map((said) => said.slice(0, 3))).toEqual([
    ...Array(5).fill('400'),
    '429',
    '429',
  ]);
  // The right password waits as well.
  expect(
    (await enter(createBrowserOf(app), accounts.known, 'en nu een heel andere zin')).status,
  ).toBe(429);
  const [anouk] = await hub.sql`SELECT id FROM operators WHERE email = ${accounts.known}`;
  expect((await auditOf(anouk?.id)).at(-1)).toMatchObject({
    action: 'lock sign-in',
    result: 'refused',
    actor: 'anyone',
  });
  const open = () => hub.sql`UPDATE sign_in_failures SET closed_until = clock_timestamp()`;
  const waits = async () => {
    const rows =
      await hub.sql`SELECT extract(epoch FROM closed_until - last_at)::int AS wait FROM sign_in_failures`;
    return Math.max(...rows.map(({ wait }) => wait));
  };
  expect(await waits()).toBe(30);
  await open();
  await enter(createBrowserOf(app), accounts.known, 'wrong once more');
  expect(await waits()).toBe(60);
});

test('a form of another site signs nobody in or out', async () => {
  const body = new URLSearchParams({ email: 'fatima@csirt.example', password });
  for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
    const browser = createBrowserOf(app, headers);
    expect((await browser.open('/sign-in', { method: 'POST', body })).status).toBe(403);
    expect((await browser.open('/sign-out', { method: 'POST' })).status).toBe(403);
  }
});
