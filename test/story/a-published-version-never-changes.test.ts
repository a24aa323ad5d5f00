import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { findAdvisory } from '../../src/advisory/advisory.ts';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { edit } from '../../src/advisory/edit.ts';
import { findPublishedAdvisory } from '../../src/advisory/published.ts';
import { sendBack } from '../../src/advisory/send-back.ts';
import { submit } from '../../src/advisory/submit.ts';
import type { Version } from '../../src/advisory/version.ts';
import { findVersion } from '../../src/advisory/version.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { preview } from '../../src/fanout/preview.ts';
import { exampleContent } from '../advisory/example.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let people: People;
let version: Version;

/** What of a version's own row could be changed, as one value. */
async function digestOf(versionId: number): Promise<string> {
  const [row] =
    await hub.sql`SELECT to_jsonb(v)::text AS text FROM versions v WHERE id = ${versionId}`;
  return createHash('sha256').update(row?.text).digest('hex');
}

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  version = await toPublication(hub, people);
});

test('Anouk cannot edit or submit it again, and Pieter cannot send it back', async () => {
  const before = await digestOf(version.id);
  const { id: versionId, revision } = version;
  const acts = [
    () => edit(hub, { versionId, revision, operatorId: people.anouk, content: exampleContent() }),
    () => submit(hub, { versionId, operatorId: people.anouk }),
    () => sendBack(hub, { versionId, operatorId: people.pieter, remark: 'A typing error.' }),
  ];
  for (const act of acts) {
    await expect(act()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('correct it, or withdraw it'),
    });
  }
  expect(await digestOf(version.id)).toBe(before);
});

test('the database refuses it to whoever goes around the verbs', async () => {
  const before = await digestOf(version.id);
  const { id } = version;
  const attempts = [
    hub.sql`UPDATE versions SET content = jsonb_set(content, '{cves}', '[]') WHERE id = ${id}`,
    hub.sql`UPDATE versions SET published_at = published_at + interval '1 day' WHERE id = ${id}`,
    hub.sql`UPDATE versions SET state = 'draft' WHERE id = ${id}`,
    hub.sql`DELETE FROM versions WHERE id = ${id}`,
  ];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toThrow('a published version never changes');
  }
  expect(await digestOf(version.id)).toBe(before);
});

test('a mistake gets a correction, which is the next version and leaves the old one as it was', async () => {
  const before = await digestOf(version.id);
  const correction = await toPublication(hub, people, {
    advisoryId: version.advisoryId,
    change: 'correction',
    correctsVersionId: version.id,
  });
  expect(correction).toMatchObject({ ordinal: 1, correctsVersionId: version.id });
  expect(await digestOf(version.id)).toBe(before);
});

test('a withdrawal is a dated record beside it: the text stays', async () => {
  const before = await digestOf(version.id);
  const statement = { nl: 'Deze versie klopt niet.', en: 'This version is wrong.' };
  await withdraw(hub, { versionId: version.id, statement, operatorId: people.anouk });
  expect(await findVersion(hub.sql, version.id)).toMatchObject({
    withdrawnAt: null,
    withdrawalStatement: null,
  });
  await preview(hub, { versionId: version.id, operatorId: people.pieter, reason: 'withdrawal' });
  await approveWithdrawal(hub, { versionId: version.id, operatorId: people.pieter });
  expect(await digestOf(version.id)).toBe(before);
  const { versions } = await findPublishedAdvisory(hub.sql, version.trackingId, 'CLEAR');
  expect(versions.map(({ ordinal }) => ordinal)).toEqual([1, 0]);
  expect(versions[1]).toMatchObject({
    withdrawnAt: expect.any(Date),
    withdrawalStatement: statement,
    content: { texts: version.content.texts },
  });
  const again = withdraw(hub, { versionId: version.id, statement, operatorId: people.anouk });
  await expect(again).rejects.toMatchObject({ code: 'conflict' });
  expect((await findAdvisory(hub.sql, version.trackingId)).versions).toHaveLength(2);
});
