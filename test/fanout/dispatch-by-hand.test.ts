import { beforeEach, expect, test } from 'vitest';
import { addAudience } from '../../src/audience/audience.ts';
import { type ByHandInput, dispatchByHand } from '../../src/fanout/dispatch-by-hand.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { preview } from '../../src/fanout/preview.ts';
import type { Hub } from '../../src/hub.ts';
import { addVersion, createVersion } from '../support/decision.ts';
import { openTestHub } from '../support/hub.ts';
import { createWorld } from '../support/world.ts';

let hub: Hub;
let audienceId: number;
let versionId: number;
const conditions = [{ nl: 'Een voorwaarde.', en: 'A condition.' }];

beforeEach(async () => {
  hub = await openTestHub();
  await createWorld(hub);
  const selection = {
    kinds: ['central government' as const, 'vital provider' as const],
    software: 'affected' as const,
  };
  audienceId = await addAudience(hub, {
    name: 'users of the product',
    selection,
    tlpCeiling: 'RED',
    operatorId: 1,
  });
  versionId = (await createVersion(hub, { tlp: 'CLEAR', urgent: true })).id;
});

const byHand = (decision: Partial<ByHandInput>) =>
  dispatchByHand(hub, { versionId, audienceId, reason: 'repeat', operatorId: 1, ...decision });

test('only who uses an affected product is told, as the preview said', async () => {
  const line = { audienceId, roles: [], channelRule: 'every' as const, pointerAbove: false };
  const seen = await preview(hub, {
    versionId,
    operatorId: 1,
    reason: 'targeted alert',
    byHand: line,
  });
  await byHand({ reason: 'targeted alert', requestKind: 'acknowledge', previewId: seen.previewId });
  await expandNext(hub);
  const [told] = await hub.sql`
    SELECT count(DISTINCT d.address_id), bool_and(u.product = 'Poort') AS users
    FROM deliveries d CROSS JOIN LATERAL unnest(d.organisation_ids) AS o (id)
    JOIN software_uses u ON u.organisation_id = o.id WHERE d.state = 'queued'`;
  expect(told).toEqual({ count: seen.addressCount, users: true });
  expect(seen.addressCount).toBeGreaterThan(0);
});

test('a request keeps what it asks, by whom and under which conditions', async () => {
  const deadlineAt = new Date('2020-01-20T12:00:00Z');
  const id = await byHand({
    reason: 'request',
    requestKind: 'comply or explain',
    requestedBy: 'the government CIO',
    conditions,
    deadlineAt,
  });
  const [row] =
    await hub.sql`SELECT request_kind, requested_by, conditions, deadline_at, priority FROM dispatches WHERE id = ${id}`;
  expect(row).toEqual({
    requestKind: 'comply or explain',
    requestedBy: 'the government CIO',
    conditions,
    deadlineAt,
    priority: 0,
  });
});

test.each([
  ['a request that asks nothing', { reason: 'request' as const }, 'requestKind'],
  ['a repeat that asks to report back', { requestKind: 'report back' as const }, 'requestKind'],
  [
    'comply or explain without a condition',
    { reason: 'request' as const, requestKind: 'comply or explain' as const },
    'conditions',
  ],
  ['a preview that was never seen', { previewId: 99 }, 'previewId'],
])('%s is refused at its field and stores nothing', async (_, decision, path) => {
  await expect(byHand(decision)).rejects.toMatchObject({ code: 'invalid', findings: [{ path }] });
  const [left] =
    await hub.sql`SELECT (SELECT count(*) FROM dispatches) + (SELECT count(*) FROM approvals) AS rows`;
  expect(left?.rows).toBe(0);
});

test('a version that is not published, or was withdrawn, is not sent', async () => {
  await hub.sql`
    INSERT INTO withdrawals (version_id, statement, operator_id, requested_at, withdrawn_at)
    VALUES (${versionId}, '{}', 1, hub_now(), hub_now())`;
  await expect(byHand({})).rejects.toMatchObject({ code: 'conflict' });
});

test('an older version is not sent any more', async () => {
  const [{ advisoryId }] = await hub.sql<
    [{ advisoryId: number }]
  >`SELECT advisory_id FROM versions WHERE id = ${versionId}`;
  await addVersion(hub, { advisoryId, ordinal: 1, tlp: 'CLEAR', urgent: true });
  await expect(byHand({})).rejects.toThrow('no longer the newest');
});

test('without the role nobody sends', async () => {
  await hub.sql`UPDATE operators SET roles = '{author}'`;
  await expect(byHand({})).rejects.toMatchObject({ code: 'forbidden' });
});

test.each(['publication', 'correction', 'withdrawal'] as const)(
  'a preview by hand does not pass for that of the %s',
  async (reason) => {
    const line = { audienceId, roles: [], channelRule: 'every' as const, pointerAbove: false };
    await preview(hub, { versionId, operatorId: 1, byHand: line, reason });
    expect(await hub.sql`SELECT FROM previews WHERE reason = ${reason}`).toHaveLength(0);
  },
);

test('a notice goes to whom its preview showed, which does not pass for one of a version', async () => {
  const vitalId = await addAudience(hub, {
    name: 'vital',
    selection: { kinds: ['vital provider'] },
    tlpCeiling: 'RED',
    operatorId: 1,
  });
  const byHandLine = {
    audienceId: vitalId,
    roles: [],
    channelRule: 'every' as const,
    pointerAbove: false,
  };
  const [notice] = await hub.sql<[{ id: number }]>`
    INSERT INTO notices (kind, tlp, state, content, created_at, published_at)
    VALUES ('news', 'CLEAR', 'published', '{}', hub_now(), hub_now()) RETURNING id`;
  const seen = await preview(hub, { noticeId: notice.id, operatorId: 1, byHand: byHandLine });
  expect(seen.addressCount).toBeGreaterThan(0);
  const { previewId } = seen;
  await expect(byHand({ previewId })).rejects.toMatchObject({ code: 'invalid' });
  const ofVersion = await preview(hub, { versionId, operatorId: 1, byHand: byHandLine });
  const sent = { versionId: undefined, noticeId: notice.id, reason: 'publication' as const };
  await expect(byHand({ ...sent, previewId: ofVersion.previewId })).rejects.toMatchObject({
    code: 'invalid',
  });
  await byHand({ ...sent, audienceId: vitalId, previewId });
  await expandNext(hub);
  const queued = await hub.sql`SELECT FROM deliveries WHERE state = 'queued'`;
  expect(queued).toHaveLength(seen.addressCount);
});
