import { beforeEach, describe, expect, it } from 'vitest';
import { linkToken } from '../../src/acknowledgement/token.ts';
import { createApp } from '../../src/http/app.tsx';
import { createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { createDelivery, createDispatch, createIssue, findRollUp } from '../support/ledger.ts';
import { readTables } from '../support/tables.ts';
import { createVisitor, firefox, offeredIn, pass, readForm } from '../support/visitor.ts';

const hub = await openTestHub();
const app = createApp(() => hub);
const karim = createVisitor(app);

let organisationId: number;
let dispatchId: number;
let link: string;

/** Karim, CISO of a vital provider, got version 1.00. */
beforeEach(async () => {
  const trackingId = `NCSC-2019-${Math.random()}`;
  organisationId = await createOrganisation(hub, { name: `Water ${trackingId}` });
  const organisationIds = [organisationId];
  const contactId = await createContact(hub, { name: 'Karim', organisationIds });
  dispatchId = await createDispatch(hub, { versionId: await createIssue(hub, { trackingId }) });
  const deliveryId = await createDelivery(hub, { dispatchId, contactId, organisationIds });
  link = `/acknowledge/${linkToken(hub.config.linkKeys, deliveryId)}`;
});

const standing = async () => (await findRollUp(hub, dispatchId, organisationId))?.choice;
const kept = () => hub.sql`
  SELECT choice, suspicion, confirmed_at, provenance FROM acknowledgements
  WHERE organisation_id = ${organisationId} ORDER BY id`;

describe('a machine that fetches', () => {
  it.each([
    ['GET', {}],
    ['HEAD', {}],
    ['GET', { 'Sec-Purpose': 'prefetch;prerender' }],
    ['GET', { 'User-Agent': 'Barracuda scanner' }],
    ['OPTIONS', {}],
    ['PUT', {}],
  ])('%s %j changes nothing in any table', async (method, headers) => {
    const before = await readTables(hub);
    await createVisitor(app, { ...firefox, ...headers }).open(link, { method });
    expect(await readTables(hub)).toEqual(before);
  });

  it('finds no script, nothing chosen, and nothing that submits by itself', async () => {
    const { html } = await karim.open(link);
    expect(html).not.toMatch(/<script|onload|onclick|http-equiv="refresh"|autofocus/i);
    expect(readForm(html, 'answer').held).not.toHaveProperty('choice');
    const back = await karim.send(await karim.open(link), 'answer', {});
    expect(back.status).toBe(400);
    expect(await kept()).toHaveLength(0);
  });
});

describe('a machine that presses the button', () => {
  it.each([
    ['at once', 0, {}, {}],
    ['and fills every field', 60, {}, { website: 'x' }],
    ['as a program', 60, { 'User-Agent': 'python-requests/2.32' }, {}],
    ['without a language', 60, { 'Accept-Language': '' }, {}],
  ])('%s is kept, flagged and not counted', async (_, seconds, headers, fields) => {
    const gateway = createVisitor(app, { ...firefox, ...headers });
    const page = await gateway.open(link);
    await pass(hub, seconds);
    const after = await gateway.send(page, 'answer', { choice: 'received', ...fields });
    expect(after.html).toContain('Er kwam een antwoord binnen dat nog niet telt');
    expect(await standing()).toBeNull();
    const [row] = await kept();
    expect(row).toMatchObject({ choice: 'received', confirmedAt: null });
    expect(row?.suspicion).toBeTruthy();
    expect(row?.provenance.seconds).toBeCloseTo(seconds, 0);
  });

  it('cannot confirm what it pressed: not at once, and not by taking the first button', async () => {
    const gateway = createVisitor(app, firefox);
    const doubted = await gateway.send(await gateway.open(link), 'answer', { choice: 'received' });
    await gateway.send(doubted, 'confirm', { choice: 'received' });
    expect(await standing()).toBeNull();
    const page = await gateway.open(link);
    await pass(hub, 60);
    const [first = ''] = offeredIn(page.html, 'confirm');
    await gateway.send(page, 'confirm', { choice: first });
    expect(await standing()).toBeNull();
  });

  it('cannot use the nonce of another link, of yesterday, or its own', async () => {
    const page = await karim.open(link);
    await pass(hub, 25 * 3600);
    const late = await karim.send(page, 'answer', { choice: 'acting', remark: 'We zijn bezig' });
    expect(late.status).toBe(400);
    expect(late.html).toContain('langer dan een dag');
    expect(readForm(late.html, 'answer').held).toMatchObject({
      choice: 'acting',
      remark: 'We zijn bezig',
    });
    const forged = await karim.send(page, 'answer', { choice: 'acting', nonce: 'AAAA' });
    expect(forged.status).toBe(400);
    expect(await kept()).toHaveLength(0);
  });
});

describe('a person', () => {
  const answer = async (fields: Record<string, string>) => {
    const page = await karim.open(link);
    await pass(hub, 10);
    return karim.send(page, 'answer', fields);
  };

  it('answers with one choice, sees it on the page, and can change it through the same link', async () => {
    const thanks = await answer({ choice: 'acting' });
    expect(thanks.status).toBe(200);
    expect(thanks.html).toContain('<strong>We zijn ermee bezig</strong>');
    expect(await standing()).toBe('acting');
    await answer({ choice: 'does not apply' });
    expect(await standing()).toBe('does not apply');
  });

  it('who was doubted chooses the same once more, and is counted', async () => {
    const hasty = await karim.send(await karim.open(link), 'answer', { choice: 'acting' });
    await pass(hub, 5);
    const thanks = await karim.send(hasty, 'confirm', { choice: 'acting' });
    expect(thanks.html).toContain('<strong>We zijn ermee bezig</strong>');
    expect(await standing()).toBe('acting');
  });

  it('whose gateway pressed first answers over it, and only the person counts', async () => {
    const gateway = createVisitor(app, { 'User-Agent': 'curl/8.0' });
    await gateway.send(await gateway.open(link), 'answer', { choice: 'does not apply' });
    await answer({ choice: 'call us' });
    expect(await standing()).toBe('call us');
    expect((await kept()).map((row) => row.suspicion === null)).toEqual([false, true]);
  });

  it('who clicks twice, or goes back and sends again, gave one answer', async () => {
    const page = await karim.open(link);
    await pass(hub, 10);
    const twice = [1, 2].map(() => karim.send(page, 'answer', { choice: 'received' }));
    for (const { status } of await Promise.all(twice)) expect(status).toBe(200);
    expect(await kept()).toHaveLength(1);
  });

  it('is warned at once when the answer goes by a functional mailbox without a name', async () => {
    await hub.sql`UPDATE contacts SET functional = true WHERE id IN (
      SELECT contact_id FROM contact_organisations WHERE organisation_id = ${organisationId})`;
    const back = await answer({ choice: 'acting', remark: 'Dienst tot 18:00' });
    expect(back.status).toBe(400);
    expect(back.html).toContain('Vul uw naam in.');
    expect(readForm(back.html, 'answer').held).toMatchObject({
      choice: 'acting',
      remark: 'Dienst tot 18:00',
    });
    await answer({ choice: 'acting', saidBy: 'Joris' });
    expect(await standing()).toBe('acting');
  });
});
