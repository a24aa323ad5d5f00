import { beforeAll, expect, test } from 'vitest';
import { approve } from '../../src/advisory/approve.ts';
import { draft } from '../../src/advisory/draft.ts';
import { draftNotice } from '../../src/advisory/draft-notice.ts';
import { edit } from '../../src/advisory/edit.ts';
import { recordEvent } from '../../src/advisory/record-event.ts';
import { submit } from '../../src/advisory/submit.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { HubError } from '../../src/errors.ts';
import { exampleContent } from '../advisory/example.ts';
import { exampleDraft, toPublication, toReview } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let people: People;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
});

/** Everything that the verbs write, as one text: refused input leaves it as it was. */
async function stored(): Promise<string> {
  const tables = ['advisories', 'versions', 'authorships', 'events', 'notices', 'withdrawals'];
  const decided = ['approvals', 'consents', 'dispatches', 'audit_entries'];
  const rows = [];
  for (const table of [...tables, ...decided]) {
    rows.push(await hub.sql`SELECT to_jsonb(t)::text AS row FROM ${hub.sql(table)} t ORDER BY id`);
  }
  return JSON.stringify(rows);
}

/** What a verb answers to input that does not fit; and nothing is stored of it. */
async function refusalOf(attempt: () => Promise<unknown>): Promise<HubError> {
  const before = await stored();
  const error = await attempt().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(HubError);
  expect(await stored()).toBe(before);
  return error as HubError;
}

const pathsOf = ({ findings }: HubError) => findings.map(({ path }) => path);

test('a draft with several things wrong hears all of them at once, each with its path', async () => {
  const content = exampleContent();
  content.texts.nl.title = 'Onderwerp\nBcc: otto@example.org';
  content.texts.en.summary = 'A \u0000 in the middle.';
  content.references = [{ url: 'javascript:alert(1)', title: '' }];
  const error = await refusalOf(() =>
    draft(hub, { ...exampleDraft(people), content, tlp: 'PURPLE' as 'RED', trackingId: '../x' }),
  );
  expect(error.code).toBe('invalid');
  expect(pathsOf(error).toSorted()).toEqual([
    'content.references.0.title',
    'content.references.0.url',
    'content.texts.en.summary',
    'content.texts.nl.title',
    'tlp',
    'trackingId',
  ]);
  for (const { message } of error.findings) expect(message).not.toBe('');
});

test('a text beyond 256 KB is refused, with the limit named, also when it comes by edits', async () => {
  const content = exampleContent();
  content.texts.nl.description = 'é'.repeat(70_000);
  content.texts.en.description = 'é'.repeat(70_000);
  const wish = exampleDraft(people, { content });
  const refused = { code: 'too_large', findings: [{ path: 'content' }] };
  const error = await refusalOf(() => draft(hub, wish));
  expect(error).toMatchObject(refused);
  expect(error.findings[0]?.message).toContain('256 KB');
  const { id: versionId } = await draft(hub, exampleDraft(people));
  const change = { versionId, revision: 1, operatorId: people.anouk, content };
  expect(await refusalOf(() => edit(hub, change))).toMatchObject(refused);
});

test('a new advisory that is refused costs no number', async () => {
  const { trackingId } = await draft(hub, exampleDraft(people));
  await refusalOf(() => draft(hub, exampleDraft(people, { impact: 'low' })));
  const next = await draft(hub, exampleDraft(people));
  const numberOf = (id: string) => Number(id.split('-').at(-1));
  expect(numberOf(next.trackingId)).toBe(numberOf(trackingId) + 1);
});

test('an incomplete draft is kept, and its submission names everything that is missing', async () => {
  const content = { texts: { nl: { title: 'Titel' }, en: {} }, cves: ['CVE-19'] };
  const wish = { content, matrix: null, change: 'content' } as const;
  const { id: versionId } = await draft(hub, { ...exampleDraft(people), ...wish });
  const error = await refusalOf(() => submit(hub, { versionId, operatorId: people.anouk }));
  expect(error.code).toBe('invalid');
  expect(pathsOf(error)).toEqual([
    'matrix',
    'content.texts.nl.summary',
    'content.texts.nl.advice',
    'content.texts.en.title',
    'content.texts.en.summary',
    'content.texts.en.advice',
    'content.texts.nl.description',
    'content.texts.en.description',
    'content.cves.0',
    'change',
  ]);
});

test('findings are in the language of who has to act on them', async () => {
  await hub.sql`UPDATE operators SET language = 'nl' WHERE id = ${people.anouk}`;
  const error = await refusalOf(() => draft(hub, exampleDraft(people, { impact: 'low' })));
  expect(error.findings[0]?.message).toContain('De matrix komt uit op M/H');
});

test('what is not there is not found', async () => {
  const { anouk, pieter } = people;
  const text = { title: 'Nieuws', body: 'Er is een advies.' };
  const statement = { nl: 'Klopt niet.', en: 'Is wrong.' };
  const happenedAt = new Date();
  const attempts = [
    () => draft(hub, exampleDraft(people, { advisoryId: 999 })),
    () => edit(hub, { versionId: 999, revision: 1, operatorId: anouk }),
    () => submit(hub, { versionId: 999, operatorId: anouk }),
    () => approve(hub, { versionId: 999, operatorId: pieter }),
    () => withdraw(hub, { versionId: 999, statement, operatorId: anouk }),
    () =>
      recordEvent(hub, {
        advisoryId: 999,
        what: statement,
        happenedAt,
        source: 'Citrix',
        operatorId: anouk,
      }),
    () =>
      draftNotice(hub, {
        advisoryId: 999,
        kind: 'FAQ',
        tlp: 'CLEAR',
        content: { nl: text, en: text },
        operatorId: anouk,
      }),
  ];
  for (const attempt of attempts) {
    expect(await refusalOf(attempt)).toMatchObject({ code: 'not_found' });
  }
});

test('an event that we would learn of tomorrow, and a half statement, are refused', async () => {
  const { id: versionId, advisoryId } = await toPublication(hub, people);
  const now = await hub.now();
  const learnedAt = new Date(now.getTime() + 86_400_000);
  const what = { nl: 'De leverancier zegt iets.', en: 'The vendor says something.' };
  const event = { advisoryId, what, happenedAt: now, source: 'Citrix', operatorId: people.dewi };
  const early = await refusalOf(() => recordEvent(hub, { ...event, learnedAt }));
  expect(pathsOf(early)).toEqual(['learnedAt']);
  const statement = { nl: 'Klopt niet.', en: ' ' };
  const half = await refusalOf(() =>
    withdraw(hub, { versionId, statement, operatorId: people.anouk }),
  );
  expect(pathsOf(half)).toEqual(['statement.en']);
});

test('an act out of turn says what can be done instead', async () => {
  const { id: versionId } = await toReview(hub, people);
  const again = await refusalOf(() => submit(hub, { versionId, operatorId: people.anouk }));
  expect(again).toMatchObject({ code: 'conflict' });
  expect(again.message).toContain('approve it, or send it back');
  const statement = { nl: 'Klopt niet.', en: 'Is wrong.' };
  const tooSoon = await refusalOf(() =>
    withdraw(hub, { versionId, statement, operatorId: people.anouk }),
  );
  expect(tooSoon.message).toContain('never published');
});
