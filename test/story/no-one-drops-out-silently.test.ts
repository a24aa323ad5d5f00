import { beforeEach, expect, test } from 'vitest';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { removeFollower } from '../../src/audience/remove-follower.ts';
import { addSubscription } from '../../src/audience/subscription.ts';
import { dispatchByHand } from '../../src/fanout/dispatch-by-hand.ts';
import type { Hub } from '../../src/hub.ts';
import { highHigh, mediumHigh } from '../advisory/example.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { startFanout, until, untilFinal } from '../fanout/fan-out.ts';
import { openTestHub } from '../support/hub.ts';
import { createTestChannel } from '../support/test-channel.ts';

let hub: Hub;
let people: People;

beforeEach(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  const audience = (name: string, selection: Parameters<typeof addAudience>[1]['selection']) =>
    addAudience(hub, { name, selection, tlpCeiling: 'RED', operatorId: people.fatima });
  const vital = await audience('vital providers', { kinds: ['vital provider'] });
  const everyone = await audience('the public', { public: true });
  await addPolicyLine(hub, {
    position: 1,
    audienceId: vital,
    channelRule: 'every',
    operatorId: people.fatima,
  });
  await addPolicyLine(hub, {
    position: 2,
    audienceId: everyone,
    channelRule: 'every',
    operatorId: people.fatima,
  });
  await welcome('Karim', 'vital provider');
});

/** An organisation with one contact, at `name@example.nl`. */
async function welcome(name: string, kind: 'vital provider' | 'regulator') {
  const organisationId = await addOrganisation(hub, {
    name: `${name}'s organisation`,
    kind,
    operatorId: people.fatima,
  });
  const address = {
    channel: 'email' as const,
    target: `${name.toLowerCase()}@example.nl`,
    verified: true,
  };
  await addContact(hub, {
    name,
    organisations: [{ organisationId, role: 'CISO' }],
    addresses: [address],
    operatorId: people.fatima,
  });
}

/** How one person stands in every version: `1.00 sent`. */
async function historyOf(target: string) {
  const rows = await hub.sql<{ ordinal: number; state: string; detail: string | null }[]>`
    SELECT v.ordinal, d.state, d.detail
    FROM deliveries d JOIN addresses a ON a.id = d.address_id
    JOIN dispatches p ON p.id = d.dispatch_id JOIN versions v ON v.id = p.version_id
    WHERE a.target = ${target} ORDER BY d.id`;
  return rows.map(({ ordinal, state, detail }) =>
    [`1.0${ordinal}`, state, ...(state === 'sent' ? [] : [detail])].join(' '),
  );
}

test('for whom 1.00 was still queued when 1.01 came gets 1.01 only, and the record says so', async () => {
  const channel = createTestChannel();
  channel.react('karim@example.nl', { refuse: '451 4.7.1 greylisted', as: { permanent: false } });
  await startFanout(hub, channel);
  const first = await toPublication(hub, people);
  await until(async () => expect(channel.begun.length).toBe(1));
  await until(async () =>
    expect((await historyOf('karim@example.nl'))[0]).toBe('1.00 queued 451 4.7.1 greylisted'),
  );
  channel.react('karim@example.nl', 'take');
  await toPublication(hub, people, { advisoryId: first.advisoryId, change: 'raised' });
  await untilFinal(hub);
  expect(await historyOf('karim@example.nl')).toEqual([
    '1.00 cancelled superseded by 1.01',
    '1.01 sent',
  ]);
  expect(channel.arrived.length).toBe(1);
});

test('a regulator who was told of 1.00 by hand hears 1.01, though the policy does not name her', async () => {
  const channel = createTestChannel();
  await startFanout(hub, channel);
  await welcome('Renske', 'regulator');
  const first = await toPublication(hub, people);
  await untilFinal(hub);
  expect(await historyOf('renske@example.nl')).toEqual([]);
  const audienceId = await addAudience(hub, {
    name: 'regulators',
    selection: { kinds: ['regulator'] },
    tlpCeiling: 'RED',
    operatorId: people.fatima,
  });
  await dispatchByHand(hub, {
    versionId: first.id,
    audienceId,
    reason: 'publication',
    operatorId: people.dewi,
  });
  await untilFinal(hub);
  await toPublication(hub, people, { advisoryId: first.advisoryId, change: 'raised' });
  await untilFinal(hub);
  expect(await historyOf('renske@example.nl')).toEqual(['1.00 sent', '1.01 sent']);
});

test("a subscriber's filter never drops a follower", async () => {
  const channel = createTestChannel();
  await startFanout(hub, channel);
  const address = { channel: 'email' as const, target: 'otto@example.nl' };
  await addSubscription(hub, {
    language: 'nl',
    urgentOnly: true,
    confirmed: true,
    address,
    actor: 'system',
  });
  const urgent = { likelihood: 'high', impact: 'high', matrix: highHigh } as const;
  const first = await toPublication(hub, people, urgent);
  await untilFinal(hub);
  const calmer = { likelihood: 'medium', impact: 'high', matrix: mediumHigh } as const;
  await toPublication(hub, people, { advisoryId: first.advisoryId, ...calmer });
  await untilFinal(hub);
  expect(await historyOf('otto@example.nl')).toEqual(['1.00 sent', '1.01 sent']);
});

test('who is taken off an advisory stands in its next version, with the written reason', async () => {
  const channel = createTestChannel();
  await startFanout(hub, channel);
  const first = await toPublication(hub, people);
  await untilFinal(hub);
  const [{ id: addressId }] = await hub.sql<
    [{ id: number }]
  >`SELECT id FROM addresses WHERE target = 'karim@example.nl'`;
  const reason = 'asked to be left out: the system is gone';
  await removeFollower(hub, {
    advisoryId: first.advisoryId,
    addressId,
    reason,
    operatorId: people.dewi,
  });
  await toPublication(hub, people, { advisoryId: first.advisoryId, change: 'raised' });
  await untilFinal(hub);
  expect(await historyOf('karim@example.nl')).toEqual([
    '1.00 sent',
    `1.01 skipped removed: ${reason}`,
  ]);
});
