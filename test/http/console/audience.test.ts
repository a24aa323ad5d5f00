import { beforeAll, expect, test } from 'vitest';
import { addPolicyLine, listPolicy } from '../../../src/audience/policy-line.ts';
import { createApp } from '../../../src/http/app.tsx';
import { hirePeople, type People } from '../../advisory/people.ts';
import { openTestHub } from '../../support/hub.ts';
import { signIn } from '../../support/sign-in.ts';
import { createVisitor, firefox } from '../../support/visitor.ts';

const hub = await openTestHub();
let people: People;
let fatima: Browser;
let dewi: Browser;
type Browser = Awaited<ReturnType<typeof browse>>;
type Fields = Record<string, string | string[]>;

beforeAll(async () => {
  people = await hirePeople(hub);
  fatima = await browse(people.fatima);
  dewi = await browse(people.dewi);
});

/** An operator's browser: opens pages, and sends forms whose fields the test names. */
async function browse(operatorId: number) {
  const headers = { ...firefox, ...(await signIn(hub, operatorId)) };
  const visitor = createVisitor(
    createApp(() => hub),
    headers,
  );
  return {
    open: visitor.open,
    async post(path: string, fields: Fields | FormData) {
      const body = fields instanceof FormData ? fields : new URLSearchParams();
      if (body instanceof URLSearchParams)
        for (const [name, value] of Object.entries(fields))
          for (const one of [value].flat()) body.append(name, one);
      const answer = await visitor.open(path, { method: 'POST', body });
      return { ...answer, to: answer.headers.get('location') ?? '' };
    },
  };
}

const water = {
  ...{ name: 'Drinkwater', kind: 'vital provider', sector: 'water', parentId: '' },
  ...{ regulatorId: '', language: 'nl', tlpCeiling: 'RED', ownUseSince: '' },
};
const hiddenIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

test('an organisation is added, changed by who saw it, removed after what follows, restored', async () => {
  const refused = await fatima.post('/console/organisations/new', {
    ...water,
    ...{ name: '', parentId: 'Nobody', ownUseSince: 'soon' },
  });
  expect(refused.status).toBe(400);
  expect(refused.html).toMatch(/href="#organisation-name"/);
  expect(refused.html).toMatch(/href="#organisation-ownUseSince"/);
  expect(refused.html).toContain('value="Nobody"');
  const parent = await fatima.post('/console/organisations/new', { ...water, parentId: 'Nobody' });
  expect(parent.html).toMatch(/href="#organisation-parentId"/);
  const { to } = await fatima.post('/console/organisations/new', water);
  const at = to.replace(/\?.*/, '');
  expect((await fatima.open(to)).html).toMatch(/role="status".*Created/s);
  const form = (await fatima.open(`${at}/change`)).html;
  const expected = hiddenIn(form, 'expected');
  const changed = { ...water, sector: 'energy', expected };
  expect((await fatima.post(`${at}/change`, changed)).to).toContain('done=saved');
  const late = await fatima.post(`${at}/change`, { ...changed, sector: 'gas' });
  expect([late.status, late.html.includes('Somebody changed this')]).toEqual([412, true]);
  expect(late.html).toContain('value="gas"');
  const asked = await fatima.open(`${at}/remove`);
  expect(asked.html).toContain('What it got and answered stays on record');
  await fatima.post(`${at}/remove`, { expected: hiddenIn(asked.html, 'expected') });
  expect((await dewi.open('/console/organisations')).html).not.toContain('Drinkwater');
  expect((await dewi.open('/console/organisations?only=removed')).html).toContain('Drinkwater');
  expect((await fatima.post(`${at}/restore`, {})).status).toBe(303);
});

test('contacts and addresses are entered in place, and change on their own pages', async () => {
  const { to } = await fatima.post('/console/organisations/new', { ...water, name: 'Gasbedrijf' });
  const at = to.replace(/\?.*/, '');
  const karim = { name: 'Karim', role: 'CISO', phoneOrder: '1', language: 'nl' };
  const wrong = await fatima.post(`${at}/contacts`, { ...karim, email: 'karim', phone: '' });
  expect(wrong.html).toMatch(/<details open.*href="#contact-email"/s);
  const entered = { ...karim, email: 'karim@gas.example', phone: '+31 70 123' };
  expect((await fatima.post(`${at}/contacts`, entered)).status).toBe(303);
  const { html } = await dewi.open(at);
  expect(html).toMatch(/karim@gas\.example.*\+31 70 123/s);
  const [, contact = ''] = /href="(\/console\/contacts\/\d+)"/.exec(html) ?? [];
  const duty = { organisationId: 'DRINKWATER', role: 'SOC', phoneOrder: '2' };
  expect((await fatima.post(`${contact}/link`, duty)).status).toBe(303);
  const nowhere = await fatima.post(`${contact}/link`, { ...duty, organisationId: 'Nowhere' });
  expect(nowhere.html).toMatch(/href="#duty-organisationId"/);
  const page = (await fatima.open(contact)).html;
  expect(page).toMatch(/Drinkwater.*SOC/s);
  const organisationId = hiddenIn(page, 'organisationId');
  const unlink = { organisationId, role: 'SOC', expected: hiddenIn(page, 'expected') };
  expect((await fatima.post(`${contact}/unlink`, unlink)).to).toContain('done=saved');
  const bad = { channel: 'webhook', target: 'gopher://x', preference: '1', tlpCeiling: 'GREEN' };
  expect((await fatima.post(`${contact}/addresses`, bad)).html).toMatch(/#address-target"/);
  const [, address = ''] = /href="(\/console\/addresses\/\d+)"/.exec(page) ?? [];
  const out = await fatima.post(`${address}/disable`, { reason: 'het stuitert' });
  expect(out.status).toBe(303);
  expect((await dewi.open(contact)).html).toContain('het stuitert');
  expect((await fatima.post(`${address}/enable`, {})).status).toBe(303);
  const change = { preference: '3', tlpCeiling: 'AMBER', verified: 'yes' };
  expect((await fatima.post(address, change)).status).toBe(303);
  expect((await dewi.open(contact)).html).toContain('TLP:AMBER');
  expect((await fatima.post(`${contact}/remove`, {})).status).toBe(303);
});

test('an audience can be looked at before it is saved', async () => {
  const audience = { name: 'vital', kinds: 'vital provider', software: 'any', tlpCeiling: 'RED' };
  const looked = await fatima.post('/console/audiences/new', { ...audience, do: 'look' });
  expect(looked.html).toMatch(/Who is in it now \(2\).*Drinkwater.*Gasbedrijf/s);
  expect(looked.html).toContain('value="vital"');
  expect((await dewi.open('/console/audiences')).html).not.toContain('>vital<');
  const listed = { ...audience, organisationIds: 'gasbedrijf\r\nNiemand' };
  const wrong = await fatima.post('/console/audiences/new', listed);
  expect(wrong.html).toMatch(/No organisation has this name: Niemand/);
  const { to } = await fatima.post('/console/audiences/new', audience);
  expect((await dewi.open(to)).html).toMatch(/Who is in it now \(2\)/);
});

test('the policy is written in plain words, ordered, changed and ended', async () => {
  const line = { audienceId: '1', channelRule: 'every', risks: ['H/H', 'H/M'] };
  const asked = { requestKind: 'acknowledge', deadlineMinutes: '1 d', reminderMinutes: '4 h, 90m' };
  const wrong = await fatima.post('/console/policy/new', {
    ...line,
    ...{ channelRule: '', deadlineMinutes: 'soon', reminderMinutes: '4 h, later' },
  });
  expect(wrong.html).toMatch(/#line-channelRule".*#line-deadlineMinutes".*#line-reminderMinutes"/s);
  expect((await fatima.post('/console/policy/new', { ...line, ...asked })).status).toBe(303);
  const other = { audienceId: 1, channelRule: 'preferred' as const, operatorId: people.fatima };
  await addPolicyLine(hub, other);
  const { html } = await dewi.open('/console/policy');
  expect(html).toContain('risk H/H or H/M');
  expect(html).toContain('acknowledge; within 1 d; reminder after 4 h, 90 min');
  const idsOf = async () => (await listPolicy(hub.sql)).map(({ id }) => id);
  const [first = 0, second = 0] = await idsOf();
  const order = { order: `${first},${second}`, line: String(second), to: 'up' };
  expect((await fatima.post('/console/policy/order', order)).status).toBe(303);
  expect(await idsOf()).toEqual([second, first]);
  const gone = await fatima.post('/console/policy/order', { ...order, order: `${first}` });
  expect(gone.status).toBe(412);
  const changed = await fatima.post(`/console/policy/${first}`, { ...line, ...asked, risks: [] });
  expect(changed.status).toBe(303);
  expect((await dewi.open('/console/policy')).html).toContain('every version');
  expect((await fatima.post(`/console/policy/${second}/end`, {})).status).toBe(303);
  expect(await idsOf()).toHaveLength(1);
  expect((await fatima.post('/console/audiences/1/remove', {})).status).toBe(409);
});

test('a CSV file shows what it would change, every bad row by line and column, and is applied', async () => {
  const upload = (csv: string) => {
    const form = new FormData();
    form.append('kind', 'organisations');
    if (csv) form.append('file', new Blob([csv]), 'organisations.csv');
    return fatima.post('/console/import/csv', form);
  };
  expect((await upload('')).html).toMatch(/href="#csv-file"/);
  const bad = await upload('name,kind\r\nKade,shop\r\n');
  expect([bad.status, /<th scope="row">2<\/th><td>kind<\/td>/.test(bad.html)]).toEqual([400, true]);
  const shown = await upload('name,kind,sector\r\nKade,partner,ports\r\nDrinkwater,partner,\r\n');
  expect(shown.html).toMatch(/<del>vital provider<\/del>/);
  const importId = hiddenIn(shown.html, 'importId');
  const digest = hiddenIn(shown.html, 'digest');
  const applied = await fatima.post('/console/import/csv/apply', { importId, digest });
  expect(applied.to).toContain('done=imported');
  expect((await dewi.open('/console/organisations?search=kade')).html).toContain('>Kade<');
  const again = await fatima.post('/console/import/csv/apply', { importId, digest });
  expect(again.status).toBe(409);
  const out = await fatima.open('/console/import/csv/organisations.csv?delimiter=%3B');
  expect(out.headers.get('content-disposition')).toContain('organisations.csv');
  expect(out.html).toContain('Kade;partner;ports');
});

test('who is no administrator reads everything and finds no button; their posts are refused', async () => {
  for (const path of ['organisations', 'organisations/1', 'contacts/1', 'audiences/1', 'policy']) {
    const { html, status } = await dewi.open(`/console/${path}`);
    expect([path, status]).toEqual([path, 200]);
    const main = html.slice(html.indexOf('<main'));
    expect(main).not.toMatch(/method="post"|\/new"|\/change"|\/remove"/);
  }
  for (const path of ['organisations/new', 'organisations/1/change', 'policy/new', 'import/csv'])
    expect((await dewi.open(`/console/${path}`)).status).toBe(403);
  for (const path of [
    'organisations/1/remove',
    'contacts/1/unlink',
    'policy/order',
    'policy/1/end',
  ])
    expect((await dewi.post(`/console/${path}`, {})).status).toBe(403);
});

test('a public channel is added and removed in place, by an administrator alone', async () => {
  const at = '/console/public-channels';
  const channel = { name: 'NCSC', target: '@ncsc_nl', language: 'nl' };
  const wrong = await fatima.post(at, { ...channel, target: 'ncsc_nl' });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toMatch(/href="#channel-target"/);
  expect(wrong.html).toContain('value="ncsc_nl"');
  const { to } = await fatima.post(at, channel);
  const page = await fatima.open(to);
  expect(page.html).toContain('<td>@ncsc_nl</td>');
  expect((await dewi.open(at)).html).not.toContain('/remove');
  expect((await fatima.open('/console/audiences')).html).toContain(`href="${at}"`);
  const [, remove = ''] = /action="([^"]*\/remove)"/.exec(page.html) ?? [];
  const after = await fatima.open((await fatima.post(remove, {})).to);
  expect(after.html).not.toContain('@ncsc_nl');
});
