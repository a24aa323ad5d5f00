import { beforeAll, expect, test } from 'vitest';
import { approve } from '../../src/advisory/approve.ts';
import { approveNotice } from '../../src/advisory/approve-notice.ts';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { draft } from '../../src/advisory/draft.ts';
import { draftNotice } from '../../src/advisory/draft-notice.ts';
import { edit } from '../../src/advisory/edit.ts';
import { listRemarks } from '../../src/advisory/remark.ts';
import { sendBack } from '../../src/advisory/send-back.ts';
import { submit } from '../../src/advisory/submit.ts';
import { submitNotice } from '../../src/advisory/submit-notice.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { preview } from '../../src/fanout/preview.ts';
import { createOperator } from '../../src/operator/create-operator.ts';
import { highHigh } from '../advisory/example.ts';
import { exampleDraft, toPublication, toReview } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

const urgent = { likelihood: 'high', matrix: highHigh } as const;
const statement = { nl: 'Deze versie klopt niet.', en: 'This version is wrong.' };

let hub: TestHub;
let people: People;
/** Writes and approves, though never the same. */
let fenna: number;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  const roles = ['author', 'approver', 'duty officer'] as const;
  const account = { name: 'Fenna', email: 'fenna@csirt.example', roles: [...roles] };
  fenna = (await createOperator(hub, account)).id;
});

const refused = {
  code: 'forbidden',
  message: expect.stringContaining('another approver has to look'),
};

test('Fenna wrote it: Pieter approves it, she does not', async () => {
  const { id: versionId } = await draft(hub, { ...exampleDraft(people), operatorId: fenna });
  await submit(hub, { versionId, operatorId: fenna });
  await expect(approve(hub, { versionId, operatorId: fenna })).rejects.toMatchObject(refused);
  const approved = await approve(hub, { versionId, operatorId: people.pieter });
  expect(approved.state).toBe('approved');
});

test('Fenna changed one word of what Anouk wrote, long ago: she does not approve it', async () => {
  const { id: versionId } = await draft(hub, exampleDraft(people));
  await edit(hub, { versionId, revision: 1, operatorId: fenna, tlp: 'GREEN' });
  await edit(hub, { versionId, revision: 2, operatorId: people.anouk, tlp: 'CLEAR' });
  await submit(hub, { versionId, operatorId: people.anouk });
  await expect(approve(hub, { versionId, operatorId: fenna })).rejects.toMatchObject(refused);
});

test('Fenna imported it: she does not approve it', async () => {
  const imported = { ...exampleDraft(people), operatorId: fenna, importedVersion: '2.0.1' };
  const { id: versionId } = await draft(hub, imported);
  await submit(hub, { versionId, operatorId: people.anouk });
  await expect(approve(hub, { versionId, operatorId: fenna })).rejects.toMatchObject(refused);
});

test('Fenna only sent it back with a remark: she may approve what Anouk made of it', async () => {
  const { id: versionId } = await toReview(hub, people);
  await sendBack(hub, { versionId, operatorId: fenna, remark: 'Name the vendor.' });
  expect(await listRemarks(hub.sql, { versionId })).toMatchObject([
    { operatorId: fenna, text: 'Name the vendor.' },
  ]);
  await edit(hub, { versionId, revision: 1, operatorId: people.anouk, tlp: 'GREEN' });
  await submit(hub, { versionId, operatorId: people.anouk });
  expect((await approve(hub, { versionId, operatorId: fenna })).state).toBe('approved');
});

test('Anouk and Dewi, who are no approvers, approve nothing', async () => {
  const { id: versionId } = await toReview(hub, people);
  for (const operatorId of [people.anouk, people.dewi]) {
    await expect(approve(hub, { versionId, operatorId })).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('approver'),
    });
  }
});

test('a high/high is approved by who saw this revision’s preview, not an older or another’s', async () => {
  const { id: versionId } = await toReview(hub, people, urgent);
  const { pieter, anouk } = people;
  const lacking = { code: 'invalid', findings: [{ path: 'previewId' }] };
  await expect(approve(hub, { versionId, operatorId: pieter })).rejects.toMatchObject(lacking);
  const hers = await preview(hub, { versionId, operatorId: fenna });
  const borrowed = { versionId, operatorId: pieter, previewId: hers.previewId };
  await expect(approve(hub, borrowed)).rejects.toMatchObject(lacking);
  const old = await preview(hub, { versionId, operatorId: pieter });
  await sendBack(hub, { versionId, operatorId: pieter, remark: 'Once more.' });
  await edit(hub, { versionId, revision: 1, operatorId: anouk, tlp: 'GREEN' });
  await submit(hub, { versionId, operatorId: anouk });
  const outdated = { versionId, operatorId: pieter, previewId: old.previewId };
  await expect(approve(hub, outdated)).rejects.toMatchObject(lacking);
  await expect(approve(hub, { versionId, operatorId: pieter })).rejects.toMatchObject(lacking);
  const { previewId } = await preview(hub, { versionId, operatorId: pieter });
  await approve(hub, { versionId, operatorId: pieter, previewId });
  expect(await hub.sql`SELECT preview_id FROM approvals WHERE version_id = ${versionId}`).toEqual([
    { previewId },
  ]);
});

test('a page that shows an older revision approves nothing', async () => {
  const { id: versionId } = await toReview(hub, people);
  await sendBack(hub, { versionId, operatorId: people.pieter, remark: 'Once more.' });
  await edit(hub, { versionId, revision: 1, operatorId: people.anouk, tlp: 'GREEN' });
  await submit(hub, { versionId, operatorId: people.anouk });
  const stale = approve(hub, { versionId, operatorId: people.pieter, revision: 1 });
  await expect(stale).rejects.toMatchObject({ code: 'conflict' });
});

test('a withdrawal is approved by another person than asked for it, who saw who got the version', async () => {
  const { id: versionId } = await toPublication(hub, people);
  const approveBy = (operatorId: number) => approveWithdrawal(hub, { versionId, operatorId });
  await expect(approveBy(people.pieter)).rejects.toMatchObject({ code: 'conflict' });
  await preview(hub, { versionId, operatorId: people.pieter, reason: 'withdrawal' });
  await withdraw(hub, { versionId, statement, operatorId: fenna });
  await preview(hub, { versionId, operatorId: fenna, reason: 'withdrawal' });
  await expect(approveBy(fenna)).rejects.toMatchObject(refused);
  // Pieter's preview was of before anyone asked.
  await expect(approveBy(people.pieter)).rejects.toMatchObject({
    code: 'invalid',
    findings: [{ path: 'previewId' }],
  });
  await preview(hub, { versionId, operatorId: people.pieter, reason: 'withdrawal' });
  expect((await approveBy(people.pieter)).withdrawnAt).toBeInstanceOf(Date);
});

test('the preview of a publication is none of a withdrawal', async () => {
  const { id: versionId } = await toPublication(hub, people);
  await withdraw(hub, { versionId, statement, operatorId: people.anouk });
  await preview(hub, { versionId, operatorId: people.pieter });
  const attempt = approveWithdrawal(hub, { versionId, operatorId: people.pieter });
  await expect(attempt).rejects.toMatchObject({ findings: [{ path: 'previewId' }] });
});

test('a notice needs another pair of eyes too', async () => {
  const text = { title: 'Nieuws', body: 'Er is een advies.' };
  const { id: noticeId } = await draftNotice(hub, {
    kind: 'news',
    tlp: 'CLEAR',
    content: { nl: text, en: text },
    operatorId: fenna,
  });
  await submitNotice(hub, { noticeId, operatorId: fenna });
  await expect(approveNotice(hub, { noticeId, operatorId: fenna })).rejects.toMatchObject(refused);
  expect((await approveNotice(hub, { noticeId, operatorId: people.pieter })).state).toBe(
    'approved',
  );
});
