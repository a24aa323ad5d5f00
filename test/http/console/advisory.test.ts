import { beforeAll, describe, expect, test } from 'vitest';
import { approve } from '../../../src/advisory/approve.ts';
import { draft } from '../../../src/advisory/draft.ts';
import { pause } from '../../../src/fanout/hold.ts';
import type { Hub } from '../../../src/hub.ts';
import { createOperator } from '../../../src/operator/create-operator.ts';
import { highHigh } from '../../advisory/example.ts';
import { exampleDraft, toPublication, toReview } from '../../advisory/journey.ts';
import type { People } from '../../advisory/people.ts';
import { addReaders } from '../../support/crowd.ts';
import { publishFixture } from '../../support/publication.ts';
import { type Console, openConsole, type Visitor } from './enter.ts';

let hub: Hub;
let people: People;
let anouk: Visitor;
let pieter: Visitor;
let dewi: Visitor;
let otto: Visitor;
let enter: Console['enter'];

beforeAll(async () => {
  ({ hub, people, enter, otto } = await openConsole());
  anouk = await enter(people.anouk);
  pieter = await enter(people.pieter);
  dewi = await enter(people.dewi);
});

describe('finding an advisory', () => {
  const found = (html: string) => [...html.matchAll(/(FIND-\d+) \[1\.00\]/g)].map(([, id]) => id);

  test('by text, state, label and risk, the urgent first, page after page', async () => {
    const high = { likelihood: 'high', impact: 'high', matrix: highHigh } as const;
    for (let n = 100; n < 130; n += 1)
      await draft(hub, {
        ...exampleDraft(people, n === 100 ? high : {}),
        trackingId: `FIND-${n}`,
        tlp: n === 101 ? 'RED' : 'GREEN',
      });
    const list = '/console/advisories?search=find-';
    const newest = await dewi.open(list);
    expect(found(newest.html)).toHaveLength(25);
    expect(found(newest.html)[0]).toBe('FIND-129');
    const [, next = ''] = /href="([^"]*before=[^"]*)"/.exec(newest.html) ?? [];
    const rest = await dewi.open(next.replaceAll('&amp;', '&'));
    expect(found(rest.html)).toEqual(['FIND-104', 'FIND-103', 'FIND-102', 'FIND-101', 'FIND-100']);
    const urgent = await dewi.open(`${list}&urgent=first`);
    expect(found(urgent.html).slice(0, 2)).toEqual(['FIND-100', 'FIND-129']);
    const [, on = ''] = /href="([^"]*before=[^"]*)"/.exec(urgent.html) ?? [];
    expect(found((await dewi.open(on.replaceAll('&amp;', '&'))).html)).toHaveLength(5);
    expect(found((await dewi.open(`${list}&tlp=RED`)).html)).toEqual(['FIND-101']);
    expect(found((await dewi.open(`${list}&risk=H/H`)).html)).toEqual(['FIND-100']);
    expect(found((await dewi.open(`${list}&state=published`)).html)).toEqual([]);
    expect((await dewi.open(`${list}&state=published`)).html).toContain('class="empty"');
    expect((await dewi.open('/console/advisories?search=%25%00&before=x&risk=9')).status).toBe(200);
  });

  test('one advisory shows who wrote, who approved, what happened', async () => {
    await toPublication(hub, people, { trackingId: 'NCSC-2020-0103' });
    const event = await dewi.open('/console/advisories/NCSC-2020-0103/events/new');
    const refused = await dewi.send(event, 'event', { source: '', happenedAt: '2020-02-30T10:00' });
    expect(refused.status).toBe(400);
    expect(refused.html.match(/class="error" id="event-/g)).toHaveLength(4);
    const recorded = await dewi.send(refused, 'event', {
      'what.nl': 'De leverancier meldde het.',
      'what.en': 'The vendor told of it.',
      source: 'Leverancier',
      happenedAt: '2020-01-13T09:05',
    });
    expect(recorded.path).toBe('/console/advisories/NCSC-2020-0103?done=recorded');
    expect(recorded.html).toContain('13 January 2020 at 09:05 CET');
    expect(recorded.html).toMatch(/Approved by<\/dt><dd><div>Pieter/);
    expect(recorded.html).toMatch(/Written by<\/dt><dd>Anouk \(wrote\)/);
    expect((await dewi.open('/console/advisories/NCSC-1999-0001')).status).toBe(404);
  });
});

describe('a notice', () => {
  test('is written, submitted, approved by somebody else and published', async () => {
    await draft(hub, { ...exampleDraft(people), trackingId: 'NCSC-2020-0104' });
    const page = await anouk.open('/console/notices/new?advisory=NCSC-2020-0104');
    const typed = {
      kind: 'news',
      tlp: 'CLEAR',
      'content.nl.title': 'Nieuws',
      'content.nl.body': 'Het NCSC waarschuwt.',
      'content.en.title': 'News',
      'content.en.body': 'The NCSC warns.',
      'publishedElsewhere.0.where': '',
      'publishedElsewhere.0.at': '2020-01-13T10:00',
    };
    const refused = await anouk.send(page, 'notice', typed);
    expect(refused.html).toContain('id="notice-publishedElsewhere-0-where-error"');
    const written = await anouk.send(refused, 'notice', {
      'publishedElsewhere.0.where': 'Web',
      kind: 'news',
      tlp: 'CLEAR',
    });
    const path = written.path.split('?')[0] ?? '';
    const submitted = await anouk.send(written, 'step', {});
    expect(submitted.html).not.toContain('id="step"');
    expect((await pieter.open('/console')).html).toContain(path);
    const alone = await dewi.send(await dewi.open(path), 'step', {});
    expect([alone.status, alone.html.includes('approver')]).toEqual([409, true]);
    await pieter.send(await pieter.open(path), 'step', {});
    const published = await dewi.send(await dewi.open(path), 'step', {});
    expect(published.html).toContain('published');
    expect((await dewi.open('/console/advisories/NCSC-2020-0104')).html).toContain(path);
  });
});

describe('what needs me now', () => {
  test('is for each role what they can do, never what they wrote themselves', async () => {
    const both = await createOperator(hub, {
      name: 'Both',
      email: 'both@csirt.example',
      roles: ['author', 'approver', 'administrator', 'auditor'],
      language: 'en',
    });
    const wears = await enter(both.id);
    const { id } = await draft(hub, {
      ...exampleDraft({ ...people, anouk: both.id }),
      trackingId: 'OWN-1',
    });
    expect((await wears.open('/console')).html).toContain(`/console/versions/${id}/edit`);
    await toReview(hub, people, { trackingId: 'OTHER-1' });
    const { html } = await wears.open('/console');
    expect(html).toMatch(/OTHER-1 \[1\.00\]/);
    expect(html).toContain('As auditor');
    await wears.send(await wears.open(`/console/versions/${id}/submit`), 'submit', {});
    expect((await wears.open('/console')).html).not.toContain('OWN-1');
    expect((await pieter.open('/console')).html).toContain('OWN-1');
  });

  test('a dispatch that is paused and an approval without four eyes are loud on every page', async () => {
    const version = await toReview(hub, people, { trackingId: 'LOUD-1' });
    const consents = [{ office: 'The director', givenAt: new Date(0), means: 'by phone' }];
    const alone = { breakGlass: 'Nobody else answers.', operatorId: people.dewi, consents };
    await approve(hub, { versionId: version.id, ...alone });
    await addReaders(hub.sql, 1);
    const { dispatchIds } = await publishFixture(hub.sql, { to: ['readers'] });
    const dispatchId = dispatchIds[0] as number;
    await pause(hub, { dispatchId, reason: 'The minister calls.', operatorId: people.dewi });
    const { html } = await dewi.open('/console/advisories');
    expect(html).toMatch(/class="alarms".*Dewi.*LOUD-1.*Nobody else answers\./s);
    expect(html).toMatch(/class="alarms".*The minister calls\..*<main/s);
    const home = (await dewi.open('/console')).html;
    expect(home).toContain(`/console/versions/${version.id}/publish`);
    expect(home).toMatch(/paused<\/span> The minister calls\..*Resume or cancel/s);
  });

  test('the console speaks the language that was asked for last', async () => {
    const page = await dewi.open('/console?language=nl');
    expect(page.html).toContain('<html lang="nl">');
    expect(page.headers.get('set-cookie')).toContain('language=nl; Path=/console');
    expect((await dewi.open('/console?done=constructor')).html).not.toContain('role="status"');
  });
});

test('who may not write is told so, and nothing is shown to who is not signed in', async () => {
  expect((await dewi.open('/console/advisories/new')).status).toBe(403);
  const { id } = await draft(hub, exampleDraft(people));
  expect((await pieter.open(`/console/versions/${id}/edit`)).status).toBe(403);
  for (const path of ['/console', '/console/advisories', `/console/versions/${id}/edit`]) {
    const { status, html } = await otto.open(path);
    expect([302, 303, 401, 403]).toContain(status);
    expect(html).not.toContain('Citrix');
  }
  expect((await anouk.open('/console/versions/x/edit')).status).toBe(404);
  expect((await anouk.open('/console/versions/99999999999/edit')).status).toBe(404);
});
