import { beforeEach, expect, test } from 'vitest';
import { approve } from '../../src/advisory/approve.ts';
import { publish } from '../../src/advisory/publish.ts';
import { publishDue } from '../../src/advisory/publish-due.ts';
import { sendBack } from '../../src/advisory/send-back.ts';
import { submit } from '../../src/advisory/submit.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { selectionSchema } from '../../src/audience/selection.ts';
import { pushClock } from '../../src/clock.ts';
import { openHub } from '../../src/hub.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { exampleContent, highHigh } from './example.ts';
import { toApproval, toPublication, toReview } from './journey.ts';
import { hirePeople, type People } from './people.ts';

let hub: TestHub;
let people: People;

beforeEach(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  await pushClock(hub, { to: new Date('2020-01-09T09:00:00Z') });
});

type Line = Omit<Parameters<typeof addPolicyLine>[1], 'audienceId' | 'operatorId' | 'channelRule'>;

async function addLine(name: string, line: Line): Promise<number> {
  const selection = selectionSchema.parse({ kinds: ['csirt'] });
  const audienceId = await addAudience(hub, {
    name,
    selection,
    tlpCeiling: 'RED',
    operatorId: people.fatima,
  });
  await addPolicyLine(hub, {
    ...line,
    audienceId,
    channelRule: 'preferred',
    operatorId: people.fatima,
  });
  return audienceId;
}

const listDispatches = (versionId: number) => hub.sql`
  SELECT d.*, u.name FROM dispatches d LEFT JOIN audiences u ON u.id = d.audience_id
  WHERE version_id = ${versionId} ORDER BY approval_id, position`;

test('a dispatch per line of the policy that speaks of the version, in its order, then the followers', async () => {
  await addLine('urgent', { position: 3, risks: ['H/H'] });
  await addLine('normal', { position: 2, risks: ['M/H', 'L/H'] });
  const everyone = await addLine('everyone', {
    position: 1,
    roles: ['CISO'],
    pointerAbove: true,
    requestKind: 'acknowledge',
    deadlineMinutes: 90,
    reminderMinutes: [30, 60],
  });
  await addLine('amber', { position: 4, tlps: ['AMBER'] });
  await addLine('raised', { position: 5, changes: ['raised'], tlps: ['CLEAR'], risks: ['H/H'] });
  const first = await toPublication(hub, people);
  const content = {
    ...exampleContent(),
    coveringNotes: [{ audienceId: everyone, nl: 'Dringend advies.', en: 'Urgent advice.' }],
  };
  const { advisoryId } = first;
  const second = await toPublication(hub, people, { advisoryId, change: 'raised', content });
  const begun = await listDispatches(first.id);
  expect(begun.map(({ name, priority }) => [name, priority])).toEqual([
    ['everyone', 1],
    ['normal', 1],
  ]);
  const raised = await listDispatches(second.id);
  expect(
    raised.map(({ name, source, position, priority, channelRule }) => [
      name,
      source,
      position,
      priority,
      channelRule,
    ]),
  ).toEqual([
    ['everyone', 'audience', 0, 0, 'preferred'],
    ['urgent', 'audience', 1, 0, 'preferred'],
    ['raised', 'audience', 2, 0, 'preferred'],
    [null, 'followers', 3, 0, 'every'],
  ]);
  expect(raised[0]).toMatchObject({
    reason: 'publication',
    roles: ['CISO'],
    pointerAbove: true,
    requestKind: 'acknowledge',
    reminderMinutes: [30, 60],
    coveringNote: { nl: 'Dringend advies.', en: 'Urgent advice.' },
    expandedAt: null,
  });
  const minutes = (raised[0]?.deadlineAt.getTime() - raised[0]?.createdAt.getTime()) / 60_000;
  expect(minutes).toBeCloseTo(90, 1);
  expect(raised[1]?.coveringNote).toBeNull();
  expect(raised[3]).toMatchObject({ pointerAbove: true, roles: [], audienceId: null });
});

test('what of older versions still waits is superseded; requests and other advisories go on', async () => {
  await addLine('everyone', { position: 1 });
  const first = await toPublication(hub, people);
  const other = await toPublication(hub, people);
  const [row] = await listDispatches(first.id);
  await hub.sql`
    INSERT INTO dispatches (version_id, reason, source, approval_id, position, channel_rule, priority, created_at)
    SELECT ${first.id}, reason::reason, 'audience', ${row?.approvalId}, 10 + n, 'every', 1, hub_now()
    FROM unnest(ARRAY['repeat', 'targeted alert', 'request', 'correction', 'withdrawal'])
         WITH ORDINALITY AS r (reason, n)`;
  await hub.sql`UPDATE dispatches SET finished_at = hub_now() WHERE reason = 'repeat'`;
  await toPublication(hub, people, { advisoryId: first.advisoryId, change: 'raised' });
  const stopped = (await listDispatches(first.id)).map((each) => [each.reason, each.stoppedReason]);
  expect(stopped).toEqual([
    ['publication', 'superseded by 1.01'],
    ['repeat', null],
    ['targeted alert', 'superseded by 1.01'],
    ['request', null],
    ['correction', 'superseded by 1.01'],
    ['withdrawal', null],
  ]);
  expect((await listDispatches(other.id))[0]?.stoppedAt).toBeNull();
});

test('publishing wakes the fan-out once, when it is committed', async () => {
  await addLine('a', { position: 1 });
  await addLine('b', { position: 2 });
  const { id: versionId } = await toApproval(hub, people);
  const heard: string[] = [];
  const listening = await hub.sql.listen('fanout', (payload) => heard.push(payload));
  await publish(hub, { versionId, operatorId: people.dewi });
  await hub.sql`SELECT pg_notify('fanout', 'last')`;
  await expect.poll(() => heard).toEqual(['published', 'last']);
  await listening.unlisten();
});

test('twice published is once: of many at a time one succeeds', async () => {
  const { id: versionId } = await toApproval(hub, people);
  const attempts = await Promise.allSettled(
    Array.from({ length: 5 }, () => publish(hub, { versionId, operatorId: people.dewi })),
  );
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [refused] = attempts.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(refused).toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('correct it, or withdraw it'),
  });
});

test('an author does not publish, and what is not approved is not published', async () => {
  const { id: approved } = await toApproval(hub, people);
  await expect(
    publish(hub, { versionId: approved, operatorId: people.anouk }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  const { id: inReview } = await toReview(hub, people);
  await expect(
    publish(hub, { versionId: inReview, operatorId: people.dewi }),
  ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('approve it') });
});

test('a set time is kept: not sooner by hand, at its time by one process of several', async () => {
  const { id: versionId } = await toReview(hub, people);
  const publishAt = new Date('2020-01-09T17:00:00Z');
  await approve(hub, { versionId, operatorId: people.pieter, publishAt });
  await expect(publish(hub, { versionId, operatorId: people.dewi })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('2020-01-09T17:00:00.000Z'),
  });
  expect(await publishDue(hub)).toEqual([]);
  await pushClock(hub, { to: new Date('2020-01-09T17:00:01Z') });
  const others = await Promise.all([1, 2, 3].map(() => openHub(hub.config, { log: hub.log })));
  for (const other of others) atEnd(() => other.close());
  const published = await Promise.all([hub, ...others].map((process) => publishDue(process)));
  expect(published.flat().map(({ id }) => id)).toEqual([versionId]);
  expect(published.flat()[0]?.publishedAt?.getTime()).toBeGreaterThan(publishAt.getTime());
  const [audited] = await hub.sql`
    SELECT count(*) FROM audit_entries WHERE action = 'publish' AND actor = 'system'`;
  expect(audited?.count).toBe(1);
});

test('a set time in the past is refused', async () => {
  const { id: versionId } = await toReview(hub, people);
  const publishAt = new Date('2020-01-09T08:00:00Z');
  await expect(
    approve(hub, { versionId, operatorId: people.pieter, publishAt }),
  ).rejects.toMatchObject({ code: 'invalid', findings: [{ path: 'publishAt' }] });
});

test('one that cannot be published at its time waits for an operator and does not hold up the others', async () => {
  const audienceId = await addLine('everyone', { position: 1 });
  const coveringNotes = [{ audienceId, nl: 'Dringend.', en: 'Urgent.' }];
  const publishAt = new Date('2020-01-09T17:00:00Z');
  const broken = await toReview(hub, people, { content: { ...exampleContent(), coveringNotes } });
  const sound = await toReview(hub, people);
  for (const { id: versionId } of [broken, sound]) {
    await approve(hub, { versionId, operatorId: people.pieter, publishAt });
  }
  await hub.sql`DELETE FROM policy_lines`;
  await hub.sql`DELETE FROM audiences`;
  await pushClock(hub, { to: new Date('2020-01-09T17:05:00Z') });
  expect((await publishDue(hub)).map(({ id }) => id)).toEqual([sound.id]);
  expect(await publishDue(hub)).toEqual([]);
  expect(hub.lines.filter((line) => line.includes('not published at its set time'))).toHaveLength(
    1,
  );
  await expect(
    publish(hub, { versionId: broken.id, operatorId: people.dewi }),
  ).rejects.toMatchObject({
    code: 'invalid',
    findings: [{ path: 'content.coveringNotes.0.audienceId' }],
  });
  const back = await sendBack(hub, {
    versionId: broken.id,
    operatorId: people.pieter,
    remark: 'The audience is gone.',
  });
  expect(back).toMatchObject({ state: 'draft', approvedAt: null, publishAt: null });
});

test('a version that was sent back and approved again is published on the second approval', async () => {
  const { id: versionId } = await toApproval(hub, people, { likelihood: 'high', matrix: highHigh });
  await addLine('everyone', { position: 1 });
  const remark = 'Not yet.';
  await sendBack(hub, { versionId, operatorId: people.pieter, remark });
  await submit(hub, { versionId, operatorId: people.anouk });
  await approve(hub, { versionId, operatorId: people.pieter });
  await publish(hub, { versionId, operatorId: people.dewi });
  const [dispatch] = await listDispatches(versionId);
  const [newest] = await hub.sql`SELECT max(id) AS id, count(*) FROM approvals`;
  expect(newest?.count).toBe(2);
  expect(dispatch?.approvalId).toBe(newest?.id);
});
