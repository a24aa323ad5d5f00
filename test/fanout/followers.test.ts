import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { tlps } from '../../src/advisory/tlp.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { preview } from '../../src/fanout/preview.ts';
import type { Hub } from '../../src/hub.ts';
import { addProviders } from '../support/crowd.ts';
import { addVersion, approveWith, createVersion, setPolicy } from '../support/decision.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { createWorld } from '../support/world.ts';
import { policyCase } from './policy-case.ts';

let hub: Hub;

beforeAll(async () => {
  hub = await openTestHub();
  await createWorld(hub);
});

const month = fc.record({
  first: fc.array(policyCase, { minLength: 1, maxLength: 2 }),
  second: fc.array(policyCase, { minLength: 1, maxLength: 2 }),
  tlp: fc.constantFrom(...tlps),
  urgent: fc.boolean(),
  /** Remainders by which the first version's deliveries end differently. */
  spread: fc.integer({ min: 2, max: 7 }),
});

async function publish(versionId: number) {
  const seen = await preview(hub, { versionId, operatorId: 1 });
  const approvalId = await approveWith(hub, versionId, seen.previewId);
  await expandNext(hub);
  return { approvalId, seen };
}

/** Ends the deliveries of a version in every way there is, by their ids. */
async function endSomehow(versionId: number, spread: number) {
  await hub.sql`
    UPDATE deliveries SET
      state = (ARRAY['sent', 'bounced', 'failed', 'cancelled', 'cancelled', 'queued', 'sending'])[1 + id % ${spread}]::delivery_state,
      detail = (ARRAY[NULL, NULL, '550', 'superseded by 1.01', 'cancelled: a mistake', NULL, NULL])[1 + id % ${spread}],
      handed_at = CASE WHEN id % ${spread} < 2 THEN hub_now() END
    WHERE state = 'queued' AND dispatch_id IN (SELECT id FROM dispatches WHERE version_id = ${versionId})`;
}

/** Owners whom the first version was meant for and the second neither tells nor names as left out. */
function listForgotten(first: number, second: number) {
  return hub.sql`
    WITH owner AS (
      SELECT p.version_id, d.state, d.detail, coalesce('contact ' || a.contact_id, 'subscription ' || a.subscription_id) AS name
      FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id JOIN addresses a ON a.id = d.address_id
    )
    SELECT DISTINCT name FROM owner
    WHERE version_id = ${first} AND (state IN ('sent', 'bounced', 'failed', 'queued', 'sending')
                                     OR state = 'cancelled' AND detail LIKE 'superseded%')
      AND name NOT IN (SELECT name FROM owner WHERE version_id = ${second} AND (state = 'queued' OR detail IS NOT NULL))`;
}

test('whoever a version was meant for gets the next one or stands in the record with a reason', async () => {
  await fc.assert(
    fc.asyncProperty(month, async ({ first, second, tlp, urgent, spread }) => {
      await setPolicy(hub, first);
      const before = await createVersion(hub, { tlp, urgent });
      await publish(before.id);
      await endSomehow(before.id, spread);
      await setPolicy(hub, second);
      const after = await addVersion(hub, {
        advisoryId: before.advisoryId,
        ordinal: 1,
        tlp,
        urgent,
      });
      const { approvalId, seen } = await publish(after.id);
      expect(await listForgotten(before.id, after.id)).toEqual([]);
      const [queued] = await hub.sql`
        SELECT count(*), count(DISTINCT address_id) AS once FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id
        WHERE p.approval_id = ${approvalId} AND d.state = 'queued'`;
      expect(queued?.count).toBe(seen.addressCount);
      expect(queued?.once).toBe(seen.addressCount);
    }),
    { numRuns: 200 },
  );
}, 300_000);

test('whom an operator cancelled does not follow', async () => {
  await setPolicy(hub, []);
  const before = await createVersion(hub, { tlp: 'CLEAR', urgent: true });
  const everyone = {
    kinds: ['vital provider' as const],
    sectors: [],
    listed: [],
    affectedOnly: false,
    public: false,
  };
  await setPolicy(hub, [
    { ...everyone, audienceCeiling: 'RED', roles: [], channelRule: 'every', pointerAbove: false },
  ]);
  await publish(before.id);
  await hub.sql`
    UPDATE deliveries SET state = 'cancelled', detail = 'cancelled: sent to the wrong audience'
    WHERE state = 'queued' AND dispatch_id IN (SELECT id FROM dispatches WHERE version_id = ${before.id})`;
  await setPolicy(hub, []);
  const after = await addVersion(hub, {
    advisoryId: before.advisoryId,
    ordinal: 1,
    tlp: 'CLEAR',
    urgent: true,
  });
  const { seen } = await publish(after.id);
  expect(seen.addressCount).toBe(0);
});

test('whom a version did not reach because it was withdrawn first follows it', async () => {
  expect(await countFollowers("state = 'cancelled', detail = 'withdrawn: 1.00'", 1)).toBe(1);
});

test('whom an operator cancelled does not follow, also before the sweep wrote it down', async () => {
  expect(await countFollowers("state = 'queued'", 1, 'cancelled: the wrong audience')).toBe(0);
  expect(await countFollowers("state = 'queued'", 1, 'superseded by 1.01')).toBe(1);
});

test('whom the server refused follows over a correction, which is not for him', async () => {
  expect(await countFollowers("state = 'failed', detail = '550 nobody here'", 2)).toBe(1);
});

/** How many contacts the version with this ordinal tells, of one provider whose first version ended so. */
async function countFollowers(ended: string, ordinal: 1 | 2, stopped?: string): Promise<number> {
  const own = await openTestHub();
  await addProviders(own.sql, 1);
  await publishFixture(own.sql, { to: ['providers'] });
  await expandNext(own);
  await own.sql`UPDATE deliveries SET ${own.sql.unsafe(ended)}`;
  if (stopped)
    await own.sql`UPDATE dispatches SET stopped_at = hub_now(), stopped_reason = ${stopped}`;
  if (ordinal === 2)
    await own.sql`
      INSERT INTO versions (advisory_id, ordinal, state, change, corrects_version_id, tlp, likelihood, impact, content, created_at)
      SELECT advisory_id, 1, 'published', 'correction', id, tlp, likelihood, impact, content, hub_now() FROM versions`;
  const after = await addVersion(own, { advisoryId: 1, ordinal, tlp: 'CLEAR', urgent: false });
  const seen = await preview(own, { versionId: after.id, operatorId: 1 });
  return seen.addressCount;
}
