import { beforeEach, expect, test } from 'vitest';
import type { Tlp } from '../../src/advisory/tlp.ts';
import type { Claimed } from '../../src/fanout/claim.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { preview } from '../../src/fanout/preview.ts';
import { settle } from '../../src/fanout/settle.ts';
import type { Hub } from '../../src/hub.ts';
import { addProviders } from '../support/crowd.ts';
import { addVersion, approveWith, createVersion, setPolicy } from '../support/decision.ts';
import { openTestHub } from '../support/hub.ts';
import { claimSome, outcome } from './ledger.ts';

let hub: Hub;

beforeEach(async () => {
  hub = await openTestHub();
  await addProviders(hub.sql, 1, { addressesEach: 2 });
  await hub.sql`
    INSERT INTO operators (name, email, roles, created_at)
    VALUES ('Pieter', 'pieter@example.nl', '{approver}', hub_now())`;
});

/** One line for the vital providers, whose audience holds no more than GREEN. */
const greenLine = {
  kinds: ['vital provider' as const],
  sectors: [],
  listed: [],
  affectedOnly: false,
  public: false,
  audienceCeiling: 'GREEN' as Tlp,
  roles: [],
  channelRule: 'preferred' as const,
  pointerAbove: true,
};

async function publish(versionId: number) {
  const seen = await preview(hub, { versionId, operatorId: 1 });
  await approveWith(hub, versionId, seen.previewId);
  await expandNext(hub);
}

const listForms = () =>
  hub.sql`SELECT p.version_id, d.form FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id
          WHERE d.state <> 'skipped' ORDER BY d.id`;

test('a fallback address gets a pointer where the audience may hold no more', async () => {
  await setPolicy(hub, [greenLine]);
  const version = await createVersion(hub, { tlp: 'AMBER', urgent: false });
  await publish(version.id);
  const [first] = await claimSome(hub, 10);
  await settle(hub, [outcome(first as Claimed, { state: 'failed', detail: '550 nobody here' })]);
  expect((await listForms()).map(({ form }) => form)).toEqual(['pointer', 'pointer']);
});

test.each([
  { after: 'AMBER' as const, form: 'pointer' },
  { after: 'GREEN' as const, form: 'full' },
])(
  'following opens no more than the audience may hold: $after comes as $form',
  async ({ after, form }) => {
    await setPolicy(hub, [greenLine]);
    const before = await createVersion(hub, { tlp: 'GREEN', urgent: false });
    await publish(before.id);
    await setPolicy(hub, []);
    const { id } = await addVersion(hub, {
      advisoryId: before.advisoryId,
      ordinal: 1,
      tlp: after,
      urgent: false,
    });
    await publish(id);
    expect((await listForms()).at(-1)).toEqual({ versionId: id, form });
  },
);

test('a withdrawal of what came as a pointer is a pointer', async () => {
  await setPolicy(hub, [greenLine]);
  const { id } = await createVersion(hub, { tlp: 'AMBER', urgent: false });
  await publish(id);
  const [claimed] = await claimSome(hub, 10);
  await settle(hub, [outcome(claimed as Claimed, {})]);
  await hub.sql`
    WITH approval AS (INSERT INTO approvals (version_id, operator_id, at) VALUES (${id}, 1, hub_now()) RETURNING id)
    INSERT INTO dispatches (version_id, reason, source, approval_id, position, channel_rule, pointer_above, priority, created_at)
    SELECT ${id}, 'withdrawal', 'recipients', id, 0, 'every', true, 1, hub_now() FROM approval`;
  await expandNext(hub);
  expect((await listForms()).map(({ form }) => form)).toEqual(['pointer', 'pointer']);
});

test('a fallback address that another line of the decision tells already is not told twice', async () => {
  const [{ id: contactId }] = await hub.sql<[{ id: number }]>`SELECT id FROM contacts`;
  await hub.sql`
    INSERT INTO contact_organisations (contact_id, organisation_id, role, phone_order)
    SELECT ${contactId}, organisation_id, 'duty desk', 1 FROM contact_organisations LIMIT 1`;
  await setPolicy(hub, [
    { ...greenLine, roles: ['CISO'] },
    { ...greenLine, roles: ['duty desk'], channelRule: 'every' },
  ]);
  const version = await createVersion(hub, { tlp: 'GREEN', urgent: false });
  await publish(version.id);
  const claimed = await claimSome(hub, 10);
  expect(claimed).toHaveLength(2);
  await settle(hub, [outcome(claimed[0] as Claimed, { state: 'failed', detail: '550 nobody' })]);
  const [count] = await hub.sql`
    SELECT count(*), count(DISTINCT address_id) AS addresses FROM deliveries`;
  expect(count).toEqual({ count: 2, addresses: 2 });
});

test.each([
  { since: 'yesterday', told: 1 },
  { since: 'tomorrow', told: 0 },
])(
  'a hub listed for its own use since $since is told AMBER+STRICT: $told',
  async ({ since, told }) => {
    await hub.sql`
    UPDATE organisations SET kind = 'information hub',
           own_use_since = hub_now()::date + ${since === 'tomorrow' ? 1 : -1}::int`;
    await setPolicy(hub, [
      { ...greenLine, kinds: ['information hub' as never], audienceCeiling: 'RED' },
    ]);
    const version = await createVersion(hub, { tlp: 'AMBER+STRICT', urgent: false });
    await publish(version.id);
    expect(await listForms()).toHaveLength(told);
  },
);
