import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { tlps } from '../../src/advisory/tlp.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { preview } from '../../src/fanout/preview.ts';
import { verify } from '../../src/fanout/verify.ts';
import type { Hub } from '../../src/hub.ts';
import { approveWith, createVersion, setPolicy } from '../support/decision.ts';
import { openTestHub } from '../support/hub.ts';
import { createWorld } from '../support/world.ts';
import { expectedRecipients, type World } from './oracle.ts';
import { policyCase } from './policy-case.ts';

let hub: Hub;
let world: World;

beforeAll(async () => {
  hub = await openTestHub();
  world = await createWorld(hub);
});

const decision = fc.record({
  lines: fc.array(policyCase, { minLength: 1, maxLength: 4 }),
  tlp: fc.constantFrom(...tlps),
  urgent: fc.boolean(),
});

type Row = { addressId: number; line: number; form: 'full' | 'pointer'; organisations: number[] };

function listQueued(approvalId: number) {
  return hub.sql<Row[]>`
    SELECT d.address_id, p.position AS line, d.form, coalesce(d.organisation_ids, '{}') AS organisations
    FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id
    WHERE p.approval_id = ${approvalId} AND d.state = 'queued' ORDER BY d.address_id`;
}

test('preview = expansion = what the design says, for 1,000 generated audiences and policies', async () => {
  await fc.assert(
    fc.asyncProperty(decision, async ({ lines, tlp, urgent }) => {
      await setPolicy(hub, lines);
      const version = await createVersion(hub, { tlp, urgent });
      const seen = await preview(hub, { versionId: version.id, operatorId: 1 });
      const approvalId = await approveWith(hub, version.id, seen.previewId);
      await expandNext(hub);
      const queued = await listQueued(approvalId);
      expect([...queued].map((row) => ({ ...row }))).toEqual(
        expectedRecipients(world, lines, tlp, urgent).map(
          ({ addressId, line, form, organisations }) => ({ addressId, line, form, organisations }),
        ),
      );
      expect(queued.length).toBe(seen.addressCount);
      const [differences] = await hub.sql`
        SELECT count(*) FROM dispatch_changes c JOIN dispatches p ON p.id = c.dispatch_id WHERE p.approval_id = ${approvalId}`;
      expect(differences?.count).toBe(0);
    }),
    { numRuns: 1000 },
  );
  expect(await verify(hub)).toEqual([]);
}, 300_000);
