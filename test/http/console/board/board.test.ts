import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { acknowledge } from '../../../../src/acknowledgement/acknowledge.ts';
import { respond } from '../../../../src/acknowledgement/respond.ts';
import { createApp } from '../../../../src/http/app.tsx';
import {
  createAddress,
  createContact,
  createOperator,
  createOrganisation,
} from '../../../support/audience.ts';
import { openTestHub } from '../../../support/hub.ts';
import { createDelivery, createDispatch, createIssue } from '../../../support/ledger.ts';
import { signIn } from '../../../support/sign-in.ts';
import { createVisitor } from '../../../support/visitor.ts';

const hub = await openTestHub();
const app = createApp(() => hub);
type Visitor = ReturnType<typeof createVisitor>;
let dewi: Visitor;
let ilse: Visitor;
const ids = { gas: 0, water: 0, karim: 0, gasDelivery: 0 };
const board = '/console/advisories/NCSC-2019-0979/board';

/** 120 provinces that are silent, a waterworks that nothing reached, a gasworks whose answer looks automatic. */
beforeAll(async () => {
  dewi = createVisitor(app, await signIn(hub, await createOperator(hub, 'Dewi')));
  ilse = createVisitor(app, await signIn(hub, await createOperator(hub, 'Ilse', ['auditor'])));
  const versionId = await createIssue(hub);
  const conditions = [{ nl: 'Het systeem is uit.', en: 'The system is off.' }];
  const deadlineAt = new Date('2100-01-01');
  const asks = { requestKind: 'comply or explain', requestedBy: 'CIO Rijk', conditions } as const;
  const dispatchId = await createDispatch(hub, { versionId, deadlineAt, ...asks });
  const send = async (name: string, state: 'sent' | 'failed', sector = 'energy') => {
    const organisationId = await createOrganisation(hub, { name, sector });
    const organisationIds = [organisationId];
    const contactId = await createContact(hub, { name: `Contact of ${name}`, organisationIds });
    const sent = { dispatchId, contactId, organisationIds, state };
    return { organisationId, contactId, deliveryId: await createDelivery(hub, sent) };
  };
  for (let n = 100; n < 220; n++) await send(`Province ${n}`, 'sent', 'province');
  const water = await send('=cmd|Water', 'failed', 'water');
  await createAddress(hub, { contactId: water.contactId, channel: 'phone', target: '+31 70 000' });
  const gas = await send('Gasbedrijf', 'sent');
  Object.assign(ids, { gas: gas.organisationId, water: water.organisationId });
  Object.assign(ids, { karim: water.contactId, gasDelivery: gas.deliveryId });
  const answer = { origin: 'link' as const, provenance: {} };
  const suspicion = 'it came from a program, not a browser';
  await acknowledge(hub, { deliveryId: gas.deliveryId, choice: 'acting', suspicion, ...answer });
  const argued = await send('Ministerie', 'sent', 'government');
  const status = 'explain' as const;
  const explanation = ['Uit sinds <vrijdag>.'];
  await respond(hub, { deliveryId: argued.deliveryId, status, explanation, ...answer });
});

describe('the board', () => {
  test('puts who must be phoned first, and pages through the rest', async () => {
    const { html } = await dewi.open(board);
    expect(html).toContain('Phone list (1)');
    expect(html).toContain('href="tel:+3170000"');
    expect(html).toContain('1 to 100 of 123');
    const second = await dewi.open(`${board}?page=2`);
    expect(second.html).toContain('101 to 123 of 123');
    expect((await dewi.open(`${board}?page=99999`)).html).toContain('101 to 123 of 123');
  });

  test.each([
    ['standing=unreached', '1 to 1 of 1', '=cmd|Water'],
    ['standing=acknowledged', '1 to 1 of 1', 'Ministerie'],
    ['standing=owing', '1 to 100 of 122', 'Gasbedrijf'],
    ['sector=water&kind=vital+provider', '1 to 1 of 1', '=cmd|Water'],
    ['search=PROVINCE+11', '1 to 10 of 10', 'Province 110'],
    ['standing=nonsense&sector=', '1 to 100 of 123', 'Province 100'],
  ])('narrowed by %s shows %s', async (query, shown, name) => {
    const { html } = await dewi.open(`${board}?${query}`);
    expect(html).toContain(shown);
    expect(html.slice(html.indexOf('by-organisation'))).toContain(name);
  });

  test('says so when a filter finds nobody', async () => {
    const { html } = await dewi.open(`${board}?search=nobody&page=3`);
    expect(html).toContain('No organisation was found');
  });

  test('goes out as CSV that no spreadsheet runs, and as JSON, narrowed alike', async () => {
    const csv = await dewi.open(`${board}.csv?sector=water`);
    expect(csv.headers.get('content-disposition')).toContain('NCSC-2019-0979-board.csv');
    const [head, row] = parse(csv.html, { bom: true }) as string[][];
    expect(head?.slice(0, 5)).toEqual([
      'organisation id',
      'organisation',
      'kind',
      'sector',
      '1.00 state',
    ]);
    expect(row?.slice(1, 5)).toEqual(["'=cmd|Water", 'vital provider', 'water', 'unreached']);
    const json = JSON.parse((await dewi.open(`${board}.json`)).html);
    expect(json).toMatchObject({ trackingId: 'NCSC-2019-0979', versions: ['1.00'] });
    expect(json.organisations).toHaveLength(123);
  });

  test.each(['csv', 'json'])('goes out packed, and not again to who has it: %s', async (ending) => {
    const first = await dewi.open(`${board}.${ending}`, { headers: { 'Accept-Encoding': 'br' } });
    expect(first.headers.get('content-encoding')).toBe('br');
    const tag = first.headers.get('etag') ?? '';
    const again = await dewi.open(`${board}.${ending}`, { headers: { 'If-None-Match': tag } });
    expect([again.status, again.html]).toEqual([304, '']);
  });

  test('of an advisory that does not exist is a page that says so', async () => {
    expect((await dewi.open('/console/advisories/NCSC-1999-0001/board')).status).toBe(404);
  });
});

describe('an answer that looks automatic', () => {
  test('is shown with the reason, and counts once the duty officer confirms it', async () => {
    const seen = await ilse.open(board);
    expect(seen.html).toContain('it came from a program, not a browser');
    expect(seen.html).not.toContain(`id="confirm-${ids.gasDelivery}"`);
    const page = await dewi.open(board);
    const forged = await dewi.send(page, `confirm-${ids.gasDelivery}`, { choice: 'received' });
    expect(forged.status).toBe(400);
    const confirmed = await dewi.send(page, `confirm-${ids.gasDelivery}`, {});
    expect(confirmed.html).toContain('Confirmed.');
    expect(confirmed.html).not.toContain('Answers that look automatic');
    const { html } = await dewi.open(`${board}?standing=acknowledged`);
    expect(html).toContain('1 to 2 of 2');
  });
});

describe('a call', () => {
  const call = () => `/console/advisories/NCSC-2019-0979/calls/${ids.water}`;

  test('names who spoke, and says what is missing at its field', async () => {
    const page = await dewi.open(call());
    expect(page.html).toContain('Contact of =cmd|Water');
    const refused = await dewi.send(page, 'call', { saidBy: '  ', versionId: '1' });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('call-saidBy-error');
    expect(refused.html).toContain('call-choice-error');
    const wrong = { saidBy: 'Karim', versionId: '1', choice: 'acting', contactId: '1' };
    expect((await dewi.send(page, 'call', wrong)).html).toContain('call-contactId-error');
  });

  test('takes the organisation off the phone list and counts at once', async () => {
    const said = {
      saidBy: 'Karim',
      versionId: '1',
      choice: 'acting',
      contactId: String(ids.karim),
    };
    const { html } = await dewi.send(await dewi.open(call()), 'call', said);
    expect(html).toContain('Recorded.');
    expect(html).toContain('Phone list (0)');
  });

  test('is for the duty officer, and about who was told', async () => {
    const seen = await ilse.open(call());
    expect(seen.html).not.toContain('<form id="call"');
    const other = await createOrganisation(hub, { name: 'Outsider' });
    const away = `/console/advisories/NCSC-2019-0979/calls/${other}`;
    expect((await dewi.open(away)).status).toBe(404);
    const phoneList = await dewi.open('/console/advisories/NCSC-2019-0979/phone-list');
    expect(phoneList.status).toBe(200);
  });
});

test('responses stand with their arguments under each condition', async () => {
  const { html } = await ilse.open('/console/advisories/NCSC-2019-0979/responses');
  expect(html).toContain('1 of 123 answered');
  expect(html).toMatch(/The system is off\..*Uit sinds &lt;vrijdag&gt;\./s);
  const { html: silent } = await ilse.open(
    '/console/advisories/NCSC-2019-0979/responses?search=gas',
  );
  expect(silent).toContain('no answer yet');
});
