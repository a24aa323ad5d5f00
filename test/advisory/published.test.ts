import { beforeAll, expect, test } from 'vitest';
import { findAdvisory } from '../../src/advisory/advisory.ts';
import { findPublishedAdvisory, listPublished } from '../../src/advisory/published.ts';
import type { Version } from '../../src/advisory/version.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { selectionSchema } from '../../src/audience/selection.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { exampleContent } from './example.ts';
import { toApproval, toPublication } from './journey.ts';
import { hirePeople, type People } from './people.ts';

let hub: TestHub;
let people: People;
/** In order of publication: [1.00] of one, [1.00] AMBER of another, [1.01] and [1.02] GREEN of the first. */
let published: Version[];

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  const audienceId = await addAudience(hub, {
    name: 'central government',
    selection: selectionSchema.parse({}),
    tlpCeiling: 'RED',
    operatorId: people.fatima,
  });
  const coveringNotes = [{ audienceId, nl: 'Dringend advies.', en: 'Urgent advice.' }];
  const first = await toPublication(hub, people, {
    content: { ...exampleContent(), coveringNotes },
  });
  const { advisoryId } = first;
  published = [
    first,
    await toPublication(hub, people, { tlp: 'AMBER' }),
    await toPublication(hub, people, { advisoryId, change: 'raised' }),
    await toPublication(hub, people, { advisoryId, tlp: 'GREEN' }),
  ];
  await toApproval(hub, people, { advisoryId });
});

const idsOf = (versions: { id: number }[]) => versions.map(({ id }) => id);
const idsAt = (...places: number[]) => places.map((place) => published[place]?.id);
const list = (input: Partial<Parameters<typeof listPublished>[1]>) =>
  listPublished(hub.sql, { tlpCeiling: 'RED', language: 'nl', ...input });

test('the newest publication comes first, a row per version, and nothing that is not published', async () => {
  expect(idsOf(await list({}))).toEqual(idsAt(3, 2, 1, 0));
});

test.each([
  ['CLEAR', [2, 0]],
  ['GREEN', [3, 2, 0]],
  ['AMBER', [3, 2, 1, 0]],
] as const)('up to %s', async (tlpCeiling, places) => {
  expect(idsOf(await list({ tlpCeiling }))).toEqual(idsAt(...places));
});

test('pages follow each other without a gap', async () => {
  const first = await list({ limit: 2 });
  const before = first.at(-1)?.id;
  const second = await list({ limit: 2, ...(before && { before }) });
  expect([...idsOf(first), ...idsOf(second)]).toEqual(idsAt(3, 2, 1, 0));
});

test('the text is in the reader’s language, and covering notes stay inside', async () => {
  const [nl] = (await list({})).slice(-1);
  const [en] = (await list({ language: 'en' })).slice(-1);
  expect(nl?.text.title).toBe('Kwetsbaarheid in Citrix ADC en Citrix Gateway');
  expect(en?.text.title).toBe('Vulnerability in Citrix ADC and Citrix Gateway');
  expect(published[0]?.content.coveringNotes).toHaveLength(1);
  expect(JSON.stringify(await list({}))).not.toContain('Urgent advice.');
  const found = await findPublishedAdvisory(hub.sql, published[0]?.trackingId ?? '', 'RED');
  expect(JSON.stringify(found)).not.toContain('Urgent advice.');
});

test('an advisory shows what is published up to the ceiling; with nothing to show it does not exist', async () => {
  const [first, amber] = published.map(({ trackingId }) => trackingId);
  const open = await findPublishedAdvisory(hub.sql, first ?? '', 'CLEAR');
  expect(idsOf(open.versions)).toEqual(idsAt(2, 0));
  const wider = await findPublishedAdvisory(hub.sql, first ?? '', 'GREEN');
  expect(idsOf(wider.versions)).toEqual(idsAt(3, 2, 0));
  for (const trackingId of [amber ?? '', 'NCSC-1999-0001']) {
    await expect(findPublishedAdvisory(hub.sql, trackingId, 'CLEAR')).rejects.toMatchObject({
      code: 'not_found',
      message: `There is no advisory ${trackingId}.`,
    });
  }
});

test('operators find it by id or tracking id, its open version too', async () => {
  const [first] = published;
  const byId = await findAdvisory(hub.sql, first?.advisoryId ?? 0);
  expect(byId.versions.map(({ ordinal, state }) => [ordinal, state])).toEqual([
    [3, 'approved'],
    [2, 'published'],
    [1, 'published'],
    [0, 'published'],
  ]);
  expect(await findAdvisory(hub.sql, first?.trackingId ?? '')).toEqual(byId);
  await expect(findAdvisory(hub.sql, 'NCSC-1999-0001')).rejects.toMatchObject({
    code: 'not_found',
  });
});
