import { beforeAll, expect, test } from 'vitest';
import { acknowledge } from '../../../src/acknowledgement/acknowledge.ts';
import { createApp } from '../../../src/http/app.tsx';
import { type ApiVisitor, createApiVisitor } from '../../support/api-visitor.ts';
import {
  createAddress,
  createContact,
  createOperator,
  createOrganisation,
} from '../../support/audience.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { createDelivery, createDispatch, createIssue } from '../../support/ledger.ts';
import { keyFor } from '../../support/sign-in.ts';

let hub: TestHub;
let dewi: ApiVisitor;
let anouk: ApiVisitor;
let otto: ApiVisitor;
let clear: number;
let published: number;
let request: number;
let doubtful: number;
const organisations: number[] = [];

beforeAll(async () => {
  hub = await openTestHub();
  const app = createApp(() => hub);
  const hire = async (name: string, role: string) =>
    createApiVisitor(app, await keyFor(hub, await createOperator(hub, name, [role])));
  dewi = await hire('Dewi', 'duty officer');
  anouk = await hire('Anouk', 'author');
  otto = await createApiVisitor(app);
  clear = await createIssue(hub, { tlp: 'CLEAR' });
  published = await createDispatch(hub, { versionId: clear });
  const conditions = [{ nl: 'Zet uit.', en: 'Switch off.' }];
  request = await createDispatch(hub, {
    versionId: clear,
    requestKind: 'comply or explain',
    conditions,
  });
  for (let n = 1; n <= 7; n += 1) {
    const id = await createOrganisation(hub, {
      name: `Provider ${n}`,
      sector: n < 6 ? 'energy' : 'water',
    });
    organisations.push(id);
    const contactId = await createContact(hub, { name: `Karim ${n}`, organisationIds: [id] });
    await createAddress(hub, { contactId, target: `karim${n}@provider.example` });
    await createAddress(hub, { contactId, channel: 'phone', target: `+3161234567${n}` });
    const addressId = contactId * 2 - 1;
    const state = n === 7 ? ('failed' as const) : ('sent' as const);
    const sent = { contactId, organisationIds: [id], state, addressId };
    const deliveryId = await createDelivery(hub, { ...sent, dispatchId: published });
    await createDelivery(hub, { ...sent, dispatchId: request });
    if (n === 1) doubtful = deliveryId;
  }
  const scanner = { origin: 'link' as const, provenance: {}, suspicion: 'too fast' };
  await acknowledge(hub, { deliveryId: doubtful, choice: 'received', ...scanner });
  const secret = await createIssue(hub, { ordinal: 1, tlp: 'AMBER' });
  await createDispatch(hub, { versionId: secret });
  await hub.sql`UPDATE approvals SET at = at - interval '1 hour'`;
});

test('a dispatch is followed, its deliveries are filtered, and who has no need sees no address', async () => {
  const list = await dewi.get('/dispatches?trackingId=NCSC-2019-0979&limit=2');
  expect(list.body.items).toHaveLength(2);
  expect((await dewi.get(`/dispatches?cursor=${list.body.nextCursor}`)).body.items).toMatchObject([
    { id: published, stand: 'running' },
  ]);
  const at = `/dispatches/${published}/deliveries`;
  const failed = await dewi.get(`${at}?state=failed&state=bounced`);
  expect(failed.body.items).toMatchObject([
    { target: 'karim7@provider.example', organisations: ['Provider 7'] },
  ]);
  const page = await dewi.get(`${at}?limit=3&channel=email`);
  expect(page.body.items).toHaveLength(3);
  expect(
    (await dewi.get(`${at}?limit=200&cursor=${page.body.nextCursor}`)).body.items,
  ).toHaveLength(4);
  const shown = await anouk.get(`${at}?search=provider%207`);
  expect(shown.body.items).toMatchObject([{ contact: 'Karim 7', target: null, detail: null }]);
  expect(JSON.stringify((await anouk.get(at)).body)).not.toContain('@provider.example');
  expect((await dewi.get('/dispatches/9999/deliveries')).status).toBe(404);
  expect((await dewi.get(`/dispatches/${published}/changes`)).body.items).toEqual([]);
});

test('a dispatch is held up, let go and cancelled by the duty officer', async () => {
  const at = `/dispatches/${published}`;
  expect((await anouk.post(`${at}/pause`, { reason: 'Wait.' })).status).toBe(403);
  expect((await dewi.post(`${at}/pause`, {})).body.errors).toMatchObject([{ path: 'reason' }]);
  expect((await dewi.post(`${at}/pause`, { reason: 'Wait.' })).body).toMatchObject({
    stand: 'paused',
    pausedReason: 'Wait.',
  });
  expect((await dewi.post(`${at}/pause`, { reason: 'Wait.' })).status).toBe(409);
  expect((await dewi.remove(`${at}/pause`)).body.stand).toBe('running');
  const cancelled = await dewi.post(`${at}/cancellation`, { reason: 'Wrong.' });
  expect(cancelled.body).toMatchObject({ stand: 'stopping', stoppedReason: 'cancelled: Wrong.' });
});

test('the newest version is sent by hand', async () => {
  const [audience] = await hub.sql<[{ id: number }]>`
    INSERT INTO audiences (name, selection, tlp_ceiling)
    VALUES ('energy', ${hub.sql.json({ kinds: [], sectors: ['energy'], organisationIds: [], software: 'any', public: false })}, 'RED')
    RETURNING id`;
  const draft = {
    versionId: clear,
    audienceId: audience.id,
    reason: 'repeat',
    deadlineAt: '2030-01-01T00:00:00Z',
  };
  expect((await anouk.post('/dispatches', draft)).status).toBe(403);
  expect((await dewi.post('/dispatches', { ...draft, noticeId: 1 })).status).toBe(400);
  expect((await dewi.post('/dispatches', draft)).body.detail).toContain('no longer the newest');
  const [{ newest }] = await hub.sql<[{ newest: number }]>`SELECT max(id) AS newest FROM versions`;
  const sent = await dewi.post('/dispatches', { ...draft, versionId: newest });
  expect([sent.status, sent.body.stand, sent.body.deadlineAt]).toEqual([
    201,
    'waiting',
    '2030-01-01T00:00:00.000Z',
  ]);
  expect(sent.headers.get('location')).toContain(`/dispatches/${sent.body.id}`);
});

test('what was said on the phone is entered, and a doubtful answer counts once confirmed', async () => {
  const at = `/versions/${clear}/acknowledgements`;
  const said = { organisationIds: [organisations[1]], choice: 'acting', saidBy: 'Karim' };
  expect((await anouk.post(at, said)).status).toBe(403);
  expect((await dewi.post(at, { ...said, organisationIds: [99_999] })).body.errors).toMatchObject([
    { path: 'organisationIds' },
  ]);
  const entered = await dewi.post(at, said, { 'Idempotency-Key': 'call' });
  expect(entered.body.items).toMatchObject([
    { choice: 'acting', origin: 'phone', saidBy: 'Karim' },
  ]);
  await dewi.post(at, said, { 'Idempotency-Key': 'call' });
  expect((await dewi.get(at)).body.items).toHaveLength(2);
  const pending = await dewi.get(`${at}?pending=true`);
  expect(pending.body.items).toMatchObject([{ suspicion: 'too fast', deliveryId: doubtful }]);
  expect(
    (await dewi.post(`/deliveries/${doubtful}/confirmation`, { choice: 'acting' })).status,
  ).toBe(400);
  const confirmed = await dewi.post(`/deliveries/${doubtful}/confirmation`, { choice: 'received' });
  expect(confirmed.body.items[0].confirmedAt).not.toBeNull();
  expect((await dewi.get(`${at}?pending=true`)).body.items).toEqual([]);
  const [audit] = await hub.sql`SELECT actor, origin FROM audit_entries WHERE action = 'confirm'`;
  expect(audit).toMatchObject({ actor: expect.stringMatching(/^operator:/), origin: 'phone' });
});

test('an answer to a request argues every condition', async () => {
  const at = `/dispatches/${request}/responses`;
  const said = { organisationIds: [organisations[2]], status: 'explain', saidBy: 'Karim' };
  expect((await dewi.post(at, said)).body.errors).toMatchObject([{ path: 'explanation.0' }]);
  const answered = await dewi.post(at, { ...said, explanation: ['It is not on the internet.'] });
  expect(answered.body.items).toMatchObject([{ status: 'explain', origin: 'phone' }]);
  expect(
    (await dewi.post(at, { ...said, status: 'patched', organisationIds: [99_999] })).status,
  ).toBe(400);
  expect((await dewi.get(at)).body.items).toMatchObject([{ organisation: 'Provider 3' }]);
  expect(
    (await dewi.post(`/dispatches/${published}/responses`, { ...said, status: 'patched' })).status,
  ).toBe(409);
});

test('a hub’s report is entered and read', async () => {
  const id = await createOrganisation(hub, {
    name: 'Digital Trust Center',
    kind: 'information hub',
  });
  const contactId = await createContact(hub, { name: 'Eline', organisationIds: [id] });
  await createDelivery(hub, {
    dispatchId: published,
    contactId,
    organisationIds: [id],
    addressId: 900,
  });
  const at = `/versions/${clear}/relay-reports`;
  const report = { organisationId: id, passedOnTo: 10, counts: { patched: 11 } };
  expect((await dewi.post(at, report)).body.errors).toMatchObject([{ path: 'counts' }]);
  expect((await dewi.post(at, { ...report, counts: { patched: 3 } })).body).toMatchObject({
    passedOnTo: 10,
    organisation: 'Digital Trust Center',
  });
  expect((await dewi.get(at)).body.items).toHaveLength(1);
});

test('the board is read in pages, and numbers are for who phones', async () => {
  const { body } = await dewi.get('/advisories/NCSC-2019-0979/board?kind=vital%20provider&limit=5');
  expect(body.columns[0]).toMatchObject({ number: '1.00', withdrawal: false });
  expect(body.items).toHaveLength(5);
  expect(body.items[1].cells[0]).toMatchObject({ state: 'acknowledged', choice: 'acting' });
  const rest = await dewi.get(
    `/advisories/NCSC-2019-0979/board?cursor=${body.nextCursor}&kind=vital%20provider`,
  );
  expect(rest.body.items.map(({ name }: { name: string }) => name)).toEqual([
    'Provider 6',
    'Provider 7',
  ]);
  const toPhone = await dewi.get('/advisories/NCSC-2019-0979/phone-list');
  expect(toPhone.body.items[0]).toMatchObject({
    name: 'Provider 7',
    why: 'unreached',
    contacts: [{ numbers: ['+31612345677'] }],
  });
  expect(
    (await anouk.get('/advisories/NCSC-2019-0979/phone-list')).body.items[0].contacts[0].numbers,
  ).toEqual([]);
});

test('without a key only numbers of CLEAR versions are told, and nobody is named', async () => {
  const open = await otto.get('/advisories/NCSC-2019-0979/coverage');
  expect(open.headers.get('access-control-allow-origin')).toBe('*');
  expect(open.body.columns.map(({ number }: { number: string }) => number)).toEqual(['1.00']);
  expect(open.body.total[0]).toMatchObject({ audience: 8, acknowledged: 3 });
  // A single hub is a group of its own: to tell of the groups would tell of it.
  expect([open.body.byKind, open.body.bySector]).toEqual([[], []]);
  const full = await anouk.get('/advisories/NCSC-2019-0979/coverage');
  expect(full.body.byKind).toMatchObject([{ name: 'vital provider' }, { name: 'information hub' }]);
  expect(full.body.bySector.length).toBeGreaterThan(1);
  const story = await otto.get('/advisories/NCSC-2019-0979/chronology');
  expect(story.body.items).toMatchObject([{ kind: 'version', number: '1.00', decision: null }]);
  expect(JSON.stringify([open.body, story.body])).not.toMatch(/Provider|Karim|Pieter|AMBER|1\.01/);
  await createIssue(hub, { trackingId: 'NCSC-2020-0007', tlp: 'AMBER' });
  for (const what of ['coverage', 'chronology'])
    expect((await otto.get(`/advisories/NCSC-2020-0007/${what}`)).status).toBe(404);
});

test('with a key the chronology tells everything, and on whose decision', async () => {
  const event = {
    what: { nl: 'Lek.', en: 'Leak.' },
    happenedAt: '2019-12-17T00:00:00+01:00',
    source: 'The vendor',
  };
  const about = { ...event, trackingId: 'NCSC-2019-0979' };
  const recorded = await anouk.post('/events', about);
  expect([recorded.status, recorded.body.what.en]).toEqual([201, 'Leak.']);
  expect((await anouk.get(`/events/${recorded.body.id}`)).status).toBe(200);
  expect((await anouk.get('/events?trackingId=NCSC-2019-0979')).body.items).toHaveLength(1);
  expect(
    (await anouk.post('/events', { ...event, happenedAt: '2019-12-17' })).body.errors,
  ).toMatchObject([{ path: 'happenedAt' }]);
  const { body } = await anouk.get('/advisories/NCSC-2019-0979/chronology');
  expect(body.items[0]).toMatchObject({ kind: 'event', happenedAt: '2019-12-16T23:00:00.000Z' });
  const dispatch = body.items.find(({ kind }: { kind: string }) => kind === 'dispatch');
  expect(dispatch.decision.operator).toBe('Pieter');
});
