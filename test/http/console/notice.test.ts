import { beforeAll, expect, test } from 'vitest';
import { addAudience } from '../../../src/audience/audience.ts';
import { createApp } from '../../../src/http/app.tsx';
import type { Hub } from '../../../src/hub.ts';
import { noticeToPublication, noticeToReview } from '../../advisory/journey.ts';
import type { People } from '../../advisory/people.ts';
import { openConsole, type Visitor } from './enter.ts';

let hub: Hub;
let people: People;
let anouk: Visitor;
let dewi: Visitor;
let pieter: Visitor;

beforeAll(async () => {
  const console = await openConsole();
  ({ hub, people } = console);
  anouk = await console.enter(people.anouk);
  dewi = await console.enter(people.dewi);
  pieter = await console.enter(people.pieter);
});

test('a notice that is published reached nobody yet: it is sent by hand, to whom was looked at', async () => {
  const { id: noticeId } = await noticeToPublication(hub, people);
  const audienceId = await addAudience(hub, {
    name: 'vital providers',
    selection: { kinds: ['vital provider'] },
    tlpCeiling: 'RED',
    operatorId: people.fatima,
  });
  const shown = await dewi.open(`/console/notices/${noticeId}`);
  expect(shown.html).toContain('decided by hand');
  expect(shown.html).toContain(`href="/console/notices/${noticeId}/send"`);
  expect((await anouk.open(`/console/notices/${noticeId}`)).html).not.toContain('/send"');
  const form = await dewi.open(`/console/notices/${noticeId}/send`);
  const choice = { reason: 'publication', audienceId: String(audienceId), channelRule: 'every' };
  const seen = await dewi.send(form, 'send', { ...choice, step: 'preview' });
  expect(seen.html).toContain('Who receives this');
  const sent = await dewi.send(seen, 'send', { ...choice, step: 'send' });
  expect(sent.path).toMatch(/^\/console\/dispatches\/\d+\?done=sent$/);
  const [dispatch] = await hub.sql`
    SELECT d.notice_id, d.version_id, d.reason, p.notice_id AS seen
    FROM dispatches d JOIN approvals a ON a.id = d.approval_id JOIN previews p ON p.id = a.preview_id`;
  expect(dispatch).toEqual({ noticeId, versionId: null, reason: 'publication', seen: noticeId });
});

test('a notice about no advisory has a list, and takes where else it was published afterwards', async () => {
  const { id } = await noticeToPublication(hub, people);
  expect((await dewi.open('/console/notices')).html).toContain(`/console/notices/${id}`);
  const page = await dewi.open(`/console/notices/${id}`);
  const refused = await dewi.send(page, 'place', { where: '', at: '' });
  expect([refused.status, refused.html.includes('id="place-where-error"')]).toEqual([400, true]);
  const added = await dewi.send(refused, 'place', { where: 'Teletekst', at: '2020-01-17T20:00' });
  expect(added.html).toContain('Teletekst');
  const again = await dewi.send(added, 'place', { where: 'teletekst', at: '' });
  expect(again.status).toBe(409);
  const [entry] = await hub.sql`
    SELECT detail FROM audit_entries WHERE action = 'add place' AND object = ${`notice:${id}`}`;
  expect(entry?.detail).toEqual({ places: 1 });
  const site = await createApp(() => hub).request(`/notices/${id}?language=en`);
  expect(await site.text()).toContain('Teletekst (17 January 2020 at 20:00 CET)');
});

test('a notice in review goes back with a remark, is changed by its author and approved anew', async () => {
  const { id } = await noticeToReview(hub, people);
  const at = `/console/notices/${id}`;
  expect((await dewi.open(at)).html).not.toContain('/send-back"');
  const page = await pieter.open(at);
  const refused = await pieter.send(page, 'send-back', { remark: ' ' });
  expect([refused.status, refused.html.includes('id="send-back-remark-error"')]).toEqual([
    400,
    true,
  ]);
  const back = await pieter.send(refused, 'send-back', { remark: 'Noem de <bron>.' });
  expect(back.path).toBe(`${at}?done=sent-back`);
  expect(back.html).toContain('Noem de &lt;bron&gt;.');

  const shown = await anouk.open(at);
  expect(shown.html).toContain(`href="${at}/edit"`);
  const [first, second] = [await anouk.open(`${at}/edit`), await anouk.open(`${at}/edit`)];
  expect(first.html).toContain('Noem de &lt;bron&gt;.');
  expect(first.html).toContain('Het NCSC waarschuwt.');
  const empty = await anouk.send(first, 'notice', { 'content.nl.title': '' });
  expect([empty.status, empty.html.includes('id="notice-content-nl-title-error"')]).toEqual([
    400,
    true,
  ]);
  const saved = await anouk.send(empty, 'notice', { 'content.nl.title': 'Nieuws van X' });
  expect(saved.path).toBe(`${at}?done=saved`);
  const late = await anouk.send(second, 'notice', { 'content.nl.title': 'Iets anders' });
  expect([late.status, late.html.includes('Iets anders')]).toEqual([409, true]);
  await anouk.send(saved, 'step', {});
  expect((await anouk.open(`${at}/edit`)).headers.get('location')).toBe(at);
  const entries = await hub.sql`
    SELECT action, detail FROM audit_entries WHERE object = ${`notice:${id}`} ORDER BY id`;
  expect(entries).toMatchObject([
    { action: 'draft' },
    { action: 'submit' },
    { action: 'send back', detail: { from: 'in review', revision: 1 } },
    { action: 'edit', detail: { revision: 2, fields: ['kind', 'tlp', 'content'] } },
    { action: 'submit' },
  ]);
  expect((await pieter.open(at)).html).toContain('Nieuws van X');
});
