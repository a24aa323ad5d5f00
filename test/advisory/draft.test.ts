import { beforeAll, expect, test } from 'vitest';
import { draft } from '../../src/advisory/draft.ts';
import { edit } from '../../src/advisory/edit.ts';
import { pushClock } from '../../src/clock.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { exampleContent, highHigh } from './example.ts';
import { exampleDraft, toApproval, toPublication, toReview } from './journey.ts';
import { hirePeople, type People } from './people.ts';

let hub: TestHub;
let people: People;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
});

test('tracking ids of a year are given out one after another, also to many at once', async () => {
  await pushClock(hub, { to: new Date('2021-06-01T12:00:00Z') });
  await draft(hub, exampleDraft(people, { trackingId: 'NCSC-2021-0007' }));
  await draft(hub, exampleDraft(people, { trackingId: 'NCSC-2021-rehearsal' }));
  await draft(hub, exampleDraft(people, { trackingId: 'NCSC-2020-4000' }));
  const drafts = await Promise.all(
    Array.from({ length: 20 }, () => draft(hub, exampleDraft(people))),
  );
  const given = drafts.map(({ trackingId }) => trackingId).sort();
  expect(given).toEqual(
    Array.from({ length: 20 }, (_, i) => `NCSC-2021-${String(i + 8).padStart(4, '0')}`),
  );
});

test('the year is the Dutch one', async () => {
  await pushClock(hub, { to: new Date('2022-12-31T23:30:00Z') });
  const { trackingId } = await draft(hub, exampleDraft(people));
  expect(trackingId).toBe('NCSC-2023-0001');
});

test('a tracking id that exists is refused', async () => {
  await draft(hub, exampleDraft(people, { trackingId: 'NCSC-2019-0979' }));
  await expect(
    draft(hub, exampleDraft(people, { trackingId: 'NCSC-2019-0979' })),
  ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('next version') });
});

test('one version of an advisory at a time is on its way', async () => {
  const { advisoryId } = await toPublication(hub, people);
  const attempts = await Promise.allSettled(
    Array.from({ length: 5 }, () => draft(hub, exampleDraft(people, { advisoryId }))),
  );
  const begun = attempts.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const refused = attempts.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(begun.map(({ ordinal }) => ordinal)).toEqual([1]);
  expect(refused.map(({ code }) => code)).toEqual(Array(4).fill('conflict'));
  expect(refused[0].message).toContain('[1.01] is not published yet (draft)');
});

test('an edit names the revision that was seen, and the second to save is told', async () => {
  const { id: versionId } = await draft(hub, exampleDraft(people));
  const change = { versionId, revision: 1, operatorId: people.anouk };
  const edits = await Promise.allSettled([
    edit(hub, { ...change, tlp: 'GREEN' }),
    edit(hub, { ...change, tlp: 'AMBER' }),
  ]);
  const [saved] = edits.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [refused] = edits.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(saved?.revision).toBe(2);
  expect(refused).toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('it is at 2. Load it again'),
  });
});

test('an edit leaves the rest as it is, and null empties a field', async () => {
  const deviation = 'Exploited abroad.';
  const first = await draft(hub, exampleDraft(people, { likelihood: 'high', deviation }));
  const content = exampleContent();
  content.texts.nl.title = 'Een andere titel';
  const change = { versionId: first.id, operatorId: people.anouk };
  const second = await edit(hub, { ...change, revision: 1, content });
  expect(second).toMatchObject({ likelihood: 'high', deviation, content });
  expect(second.matrix).toEqual(first.matrix);
  const third = await edit(hub, { ...change, revision: 2, matrix: highHigh, deviation: null });
  expect(third.deviation).toBeNull();
  expect(third.matrix).toEqual(highHigh);
});

test('an edit that leaves a deviation without its reason is refused', async () => {
  const { id: versionId } = await draft(hub, exampleDraft(people));
  const change = { versionId, revision: 1, operatorId: people.anouk, impact: 'low' as const };
  await expect(edit(hub, change)).rejects.toMatchObject({
    code: 'invalid',
    findings: [{ path: 'deviation' }],
  });
});

test.each([
  ['in review', toReview],
  ['approved', toApproval],
  ['published', toPublication],
])('what is %s is not edited', async (state, bring) => {
  const version = await bring(hub, people);
  expect(version.state).toBe(state);
  await expect(
    edit(hub, { versionId: version.id, revision: 1, operatorId: people.anouk, tlp: 'RED' }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('an approver or duty officer does not write', async () => {
  for (const operatorId of [people.pieter, people.dewi, 999]) {
    await expect(draft(hub, { ...exampleDraft(people), operatorId })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
});
