import { beforeEach, expect, test } from 'vitest';
import { expandNext } from '../../src/fanout/expand.ts';
import { resume } from '../../src/fanout/hold.ts';
import { preview } from '../../src/fanout/preview.ts';
import type { Hub } from '../../src/hub.ts';
import { approveWith, createVersion, setPolicy } from '../support/decision.ts';
import { openTestHub } from '../support/hub.ts';
import { createWorld } from '../support/world.ts';

let hub: Hub;
const everyone = {
  sectors: [],
  listed: [],
  affectedOnly: false,
  public: true,
  audienceCeiling: 'RED' as const,
  roles: [],
};

beforeEach(async () => {
  hub = await openTestHub();
  await createWorld(hub);
  await setPolicy(hub, [
    {
      ...everyone,
      kinds: ['vital provider', 'central government', 'partner'],
      channelRule: 'every',
      pointerAbove: true,
    },
  ]);
});

/** Approves what was seen, lets `meanwhile` happen, expands. */
async function approveThen(urgent: boolean, meanwhile: () => Promise<unknown>) {
  const version = await createVersion(hub, { tlp: 'CLEAR', urgent });
  const seen = await preview(hub, { versionId: version.id, operatorId: 1 });
  const approvalId = await approveWith(hub, version.id, seen.previewId);
  await meanwhile();
  await expandNext(hub);
  const [dispatch] = await hub.sql<
    [{ id: number; pausedAt: Date | null; pausedReason: string | null }]
  >`
    SELECT id, paused_at, paused_reason FROM dispatches WHERE approval_id = ${approvalId}`;
  const changes =
    await hub.sql`SELECT DISTINCT address_id, change FROM dispatch_changes ORDER BY address_id`;
  return { dispatch, changes: changes.map(({ addressId, change }) => `${change} ${addressId}`) };
}

/** A working e-mail address of a mandatory organisation whose contact has no other, and is its only contact. */
async function findSole(kind: string) {
  const [row] = await hub.sql<[{ organisationId: number; ids: number[] }]>`
    SELECT co.organisation_id, array_agg(DISTINCT a.id) AS ids
    FROM contact_organisations co JOIN organisations o ON o.id = co.organisation_id JOIN addresses a ON a.contact_id = co.contact_id
    WHERE o.kind = ${kind} AND a.verified_at IS NOT NULL AND a.disabled_at IS NULL AND a.channel <> 'phone'
    GROUP BY co.organisation_id ORDER BY 1 LIMIT 1`;
  return row;
}

test('nothing changed: nothing is recorded, nothing pauses', async () => {
  const { dispatch, changes } = await approveThen(true, async () => {});
  expect(changes).toEqual([]);
  expect(dispatch.pausedAt).toBeNull();
});

test('an Urgent decision that lost a mandatory organisation is named and pauses; the duty officer resumes it', async () => {
  const { ids } = await findSole('vital provider');
  const { dispatch, changes } = await approveThen(
    true,
    () => hub.sql`UPDATE addresses SET disabled_at = hub_now() WHERE id = ANY(${ids}::int[])`,
  );
  expect(changes).toEqual(ids.map((id) => `lost ${id}`));
  expect(dispatch.pausedReason).toContain('Mandatory organisations');
  await resume(hub, { dispatchId: dispatch.id, operatorId: 1 });
  const [after] = await hub.sql`SELECT paused_at FROM dispatches WHERE id = ${dispatch.id}`;
  expect(after?.pausedAt).toBeNull();
});

test('a lost partner is named and pauses nothing', async () => {
  const { ids } = await findSole('partner');
  const { dispatch, changes } = await approveThen(
    true,
    () => hub.sql`UPDATE addresses SET disabled_at = hub_now() WHERE id = ANY(${ids}::int[])`,
  );
  expect(changes).toEqual(ids.map((id) => `lost ${id}`));
  expect(dispatch.pausedAt).toBeNull();
});

test('an address that came after approval is told, and named as added', async () => {
  const { dispatch, changes } = await approveThen(
    false,
    () => hub.sql`
    UPDATE addresses SET verified_at = hub_now(), disabled_at = NULL
    WHERE id = (SELECT a.id FROM addresses a JOIN contact_organisations co USING (contact_id) JOIN organisations o ON o.id = co.organisation_id
                WHERE o.kind = 'vital provider' AND a.channel = 'email' AND a.verified_at IS NULL LIMIT 1)`,
  );
  expect(changes).toEqual([expect.stringMatching(/^added /)]);
  expect(dispatch.pausedAt).toBeNull();
});

test('an organisation lost while its shared contact stays is missed too', async () => {
  const [{ id }] = await hub.sql<[{ id: number }]>`
    WITH added AS (INSERT INTO organisations (name, kind) VALUES ('shares a SOC', 'vital provider') RETURNING id)
    INSERT INTO contact_organisations (contact_id, organisation_id, role, phone_order)
    SELECT min(co.contact_id), added.id, 'SOC', 1
    FROM contact_organisations co JOIN organisations o ON o.id = co.organisation_id
    JOIN addresses a ON a.contact_id = co.contact_id CROSS JOIN added
    WHERE o.kind = 'vital provider' AND a.channel = 'email' AND a.verified_at IS NOT NULL AND a.disabled_at IS NULL
    GROUP BY added.id RETURNING organisation_id AS id`;
  const { dispatch, changes } = await approveThen(
    true,
    () => hub.sql`DELETE FROM contact_organisations WHERE organisation_id = ${id}`,
  );
  expect(changes).toEqual([]);
  expect(dispatch.pausedReason ?? '').toContain('Mandatory organisations');
});
