import { describe, expect, it } from 'vitest';
import { linkDays, linkToken } from '../../src/acknowledgement/token.ts';
import type { RequestKind } from '../../src/fanout/reason.ts';
import { createApp } from '../../src/http/app.tsx';
import { createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { createDelivery, createDispatch, createIssue, findRollUp } from '../support/ledger.ts';
import { createVisitor, firefox, pass, readForm } from '../support/visitor.ts';

const hub = await openTestHub();
const app = createApp(() => hub);
const karim = createVisitor(app);
const conditions = [
  { nl: 'De gevolgen zijn onevenredig', en: 'The consequences are disproportionate' },
  { nl: 'Er is extra bewaking', en: 'There is extra monitoring' },
];

let series = 0;
type Scene = {
  names?: string[];
  form?: 'full' | 'pointer';
  language?: 'nl' | 'en';
  requestKind?: RequestKind;
  deadlineAt?: Date;
};

/** One message to one contact, and its link. */
async function createScene(scene: Scene = {}) {
  const trackingId = `NCSC-2020-${++series}`;
  const organisationIds: number[] = [];
  for (const name of scene.names ?? [`Provider ${series}`])
    organisationIds.push(await createOrganisation(hub, { name }));
  const { language = 'nl', form = 'full', requestKind, deadlineAt } = scene;
  const contactId = await createContact(hub, { name: 'Karim', organisationIds, language });
  const versionId = await createIssue(hub, { trackingId });
  const request = requestKind && { requestKind, conditions, requestedBy: 'CIO Rijk' };
  const dispatchId = await createDispatch(hub, {
    versionId,
    ...request,
    ...(deadlineAt && { deadlineAt }),
  });
  const deliveryId = await createDelivery(hub, { dispatchId, contactId, organisationIds, form });
  const link = `/acknowledge/${linkToken(hub.config.linkKeys, deliveryId)}`;
  return { link, trackingId, organisationIds, versionId, dispatchId, deliveryId };
}

async function answer(link: string, form: string, fields: Record<string, string | string[]>) {
  const page = await karim.open(link);
  await pass(hub, 10);
  return karim.send(page, form, fields);
}

describe('the page', () => {
  it('speaks the language of the contact, and another one on request', async () => {
    const { link } = await createScene({ language: 'en' });
    expect((await karim.open(link)).html).toContain('<html lang="en">');
    const dutch = await karim.open(`${link}?language=nl`);
    expect(dutch.html).toContain('Wat is uw antwoord?');
    await pass(hub, 10);
    const thanks = await karim.send(dutch, 'answer', { choice: 'received' });
    expect(thanks.path).toBe(`${link}?language=nl`);
  });

  it('is kept by nobody and tells no other site', async () => {
    const { link } = await createScene();
    for (const path of [link, '/acknowledge/wrong']) {
      const { headers } = await karim.open(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
    }
  });

  it('names the version, and the newer one that came since', async () => {
    const { link, trackingId } = await createScene();
    const before = await karim.open(link);
    expect(before.html).toContain(`${trackingId} [1.00]`);
    expect(before.html).toContain('Kwetsbaarheid in Poort');
    expect(before.html).not.toContain('nieuwere versie');
    await createIssue(hub, { trackingId, ordinal: 1 });
    expect((await karim.open(link)).html).toContain('nieuwere versie: 1.01');
  });

  it('behind a pointer tells nothing that the message did not', async () => {
    const { link, trackingId } = await createScene({
      form: 'pointer',
      requestKind: 'comply or explain',
    });
    await createIssue(hub, { trackingId, ordinal: 1 });
    const { html } = await karim.open(link);
    for (const secret of [trackingId, 'Poort', 'TLP', '1.0', 'onevenredig', 'CIO'])
      expect(html).not.toContain(secret);
    const thanks = await answer(link, 'answer', { choice: 'received' });
    expect(thanks.html).toContain('Ontvangen');
  });

  it('writes what people typed as text', async () => {
    const { link } = await createScene();
    const thanks = await answer(link, 'answer', { choice: 'acting', remark: '<b>één</b>\0 "&' });
    expect(thanks.html).toContain('&lt;b&gt;één&lt;/b&gt; &quot;&amp;');
  });
});

describe('a link that opens nothing', () => {
  it.each(['wrong', 'A'.repeat(33), '%00'])('%s is not found, politely', async (token) => {
    const { status, html } = await karim.open(`/acknowledge/${token}`);
    expect(status).toBe(404);
    expect(html).toContain('Kopieer de hele link');
  });

  it('is gone when it is too old, or its key is no longer kept', async () => {
    const { link, deliveryId, dispatchId } = await createScene();
    const removed = linkToken([{ id: 'old', key: Buffer.alloc(32) }], deliveryId);
    expect((await karim.open(`/acknowledge/${removed}`)).status).toBe(410);
    await hub.sql`UPDATE dispatches SET created_at = created_at - ${linkDays + 1} * interval '1 day' WHERE id = ${dispatchId}`;
    const { status, html } = await karim.open(link);
    expect(status).toBe(410);
    expect(html).toContain('nieuwer bericht');
    expect(
      (await createVisitor(app, { ...firefox, 'Accept-Language': 'en' }).open(link)).html,
    ).toContain('has expired');
    expect((await karim.open(link, { method: 'POST' })).status).toBe(410);
  });

  it('says so when a notice asks for no answer', async () => {
    const { link, dispatchId } = await createScene();
    await hub.sql`
      WITH notice AS (INSERT INTO notices (kind, tlp, content, created_at) VALUES ('news', 'CLEAR', '{}', hub_now()) RETURNING id)
      UPDATE dispatches SET version_id = NULL, notice_id = (SELECT id FROM notice) WHERE id = ${dispatchId}`;
    const { status, html } = await karim.open(link);
    expect(status).toBe(409);
    expect(html).toContain('geen antwoord nodig');
  });
});

describe('a shared SOC', () => {
  const names = ['Drinkwater', 'Gas', 'Stroom'];

  it('answers for all its organisations at once, or for some', async () => {
    const { link, dispatchId, organisationIds } = await createScene({
      names: names.map((n) => `${n} A`),
    });
    const [first, , third] = organisationIds.map(String) as [string, string, string];
    expect(readForm((await karim.open(link)).html, 'answer').held.organisationIds).toHaveLength(3);
    await answer(link, 'answer', { choice: 'received' });
    await answer(link, 'answer', { choice: 'acting', organisationIds: [first, third] });
    const choices = [];
    for (const id of organisationIds) choices.push((await findRollUp(hub, dispatchId, id))?.choice);
    expect(choices).toEqual(['acting', 'received', 'acting']);
  });

  it('is asked again when it unticks all of them, or names a stranger', async () => {
    const { link } = await createScene({ names: names.map((n) => `${n} B`) });
    for (const organisationIds of [[], ['999999'], ['x']]) {
      const back = await answer(link, 'answer', { choice: 'acting', organisationIds });
      expect(back.status).toBe(400);
      expect(back.html).toContain('Kies ten minste één organisatie.');
    }
  });
});

describe('a request', () => {
  it('is answered on the page; explaining argues every condition, and nothing typed is lost', async () => {
    const { link, dispatchId, organisationIds } = await createScene({
      requestKind: 'comply or explain',
    });
    const fields = { status: 'explain', 'explanation.0': 'Patiënten', remark: 'Tot vrijdag' };
    const back = await answer(link, 'response', fields);
    expect(back.status).toBe(400);
    expect(back.html).toContain('href="#response-explanation-1"');
    expect(readForm(back.html, 'response').held).toMatchObject(fields);
    expect(await hub.sql`SELECT FROM responses WHERE dispatch_id = ${dispatchId}`).toHaveLength(0);
    await pass(hub, 10);
    const thanks = await karim.send(back, 'response', { 'explanation.1': 'Dag en nacht' });
    expect(thanks.status).toBe(200);
    expect(thanks.html).toContain('leggen uit waarom');
    const [organisationId = 0] = organisationIds;
    expect(await findRollUp(hub, dispatchId, organisationId)).toMatchObject({
      responseStatus: 'explain',
      choice: 'acting',
    });
    await answer(link, 'response', { status: 'switched off' });
    expect((await findRollUp(hub, dispatchId, organisationId))?.responseStatus).toBe(
      'switched off',
    );
  });

  it('answered by a machine stores no response; what it would have said is kept, uncounted', async () => {
    const { link, dispatchId, organisationIds } = await createScene({ requestKind: 'report back' });
    const hasty = await karim.send(await karim.open(link), 'response', { status: 'patched' });
    expect(hasty.status).toBe(400);
    expect(hasty.html).toContain('Het telt nog niet');
    expect(readForm(hasty.html, 'response').held).not.toHaveProperty('status');
    const [organisationId = 0] = organisationIds;
    expect(await findRollUp(hub, dispatchId, organisationId)).toMatchObject({
      responseStatus: null,
      choice: null,
    });
    const [row] =
      await hub.sql`SELECT suspicion FROM acknowledgements WHERE organisation_id = ${organisationId}`;
    expect(row?.suspicion).toBeTruthy();
    await pass(hub, 10);
    await karim.send(hasty, 'response', { status: 'patched' });
    expect(await findRollUp(hub, dispatchId, organisationId)).toMatchObject({
      responseStatus: 'patched',
      choice: 'acting',
    });
  });

  it('after its deadline is answered late, and the page says so', async () => {
    const deadlineAt = new Date('2020-01-01');
    const { link } = await createScene({ requestKind: 'acknowledge', deadlineAt });
    const thanks = await answer(link, 'answer', { choice: 'acting' });
    expect(thanks.html).toContain('na de gevraagde tijd');
  });
});

describe('bad input', () => {
  it.each([
    ['no form at all', { body: '{}', headers: { 'Content-Type': 'application/json' } }],
    [
      'a broken form',
      { body: 'x', headers: { 'Content-Type': 'multipart/form-data; boundary=y' } },
    ],
    ['nothing', {}],
  ])('%s brings the page back and stores nothing', async (_, init) => {
    const { link, organisationIds } = await createScene();
    const { status } = await karim.open(link, { method: 'POST', ...init });
    expect(status).toBe(400);
    expect(
      await hub.sql`SELECT FROM acknowledgements WHERE organisation_id = ANY(${organisationIds})`,
    ).toHaveLength(0);
  });

  it('names every field at once', async () => {
    const { link } = await createScene({ names: ['Riool', 'Dijk'] });
    const back = await answer(link, 'answer', {
      choice: 'yes',
      organisationIds: [],
      saidBy: 'x'.repeat(201),
      remark: 'y'.repeat(2001),
    });
    for (const id of ['choice', 'organisationIds', 'saidBy', 'remark']) {
      expect(back.html).toContain(`href="#answer-${id}"`);
      expect(back.html).toContain(`id="answer-${id}-error"`);
    }
    expect(readForm(back.html, 'answer').held.remark).toHaveLength(2001);
  });
});
