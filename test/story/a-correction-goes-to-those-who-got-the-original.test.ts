import { beforeEach, expect, test } from 'vitest';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { preview } from '../../src/fanout/preview.ts';
import type { Hub } from '../../src/hub.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { startFanout, until, untilFinal } from '../fanout/fan-out.ts';
import { addProviders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { createTestChannel, type TestChannel } from '../support/test-channel.ts';

let hub: Hub;
let people: People;
let channel: TestChannel;

beforeEach(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  const selection = { kinds: ['vital provider' as const] };
  const audienceId = await addAudience(hub, {
    name: 'vital providers',
    selection,
    tlpCeiling: 'RED',
    operatorId: people.fatima,
  });
  await addPolicyLine(hub, {
    position: 1,
    audienceId,
    channelRule: 'every',
    operatorId: people.fatima,
  });
  await addProviders(hub.sql, 5);
  channel = createTestChannel();
  channel.react('provider2.0@example.nl', { refuse: '550 5.1.1 unknown', as: { permanent: true } });
  await startFanout(hub, channel);
});

/** Publishes 1.00, which the second provider's server refuses; then a sixth provider joins, and the second is mended. */
async function publishFirst() {
  const first = await toPublication(hub, people);
  await untilFinal(hub);
  expect(channel.arrived.map(({ target }) => target).sort()).toEqual(got);
  channel.react('provider2.0@example.nl', 'take');
  await joinLate();
  channel.arrived.length = 0;
  return first;
}

async function joinLate() {
  const organisationId = await addOrganisation(hub, {
    name: 'Late',
    kind: 'vital provider',
    operatorId: people.fatima,
  });
  const address = { channel: 'email' as const, target: 'late@example.nl', verified: true };
  await addContact(hub, {
    name: 'Karim',
    organisations: [{ organisationId, role: 'CISO' }],
    addresses: [address],
    operatorId: people.fatima,
  });
}

const got = [1, 3, 4, 5].map((n) => `provider${n}.0@example.nl`);

test('a correction: not the one who never got it, not the one who came later, nobody else', async () => {
  const first = await publishFirst();
  await toPublication(hub, people, {
    advisoryId: first.advisoryId,
    change: 'correction',
    correctsVersionId: first.id,
  });
  await untilFinal(hub);
  expect(channel.arrived.map(({ target }) => target).sort()).toEqual(got);
});

test('a correction goes in its place to whoever still waited for the original', async () => {
  channel.react('provider3.0@example.nl', {
    refuse: '451 4.7.1 greylisted',
    as: { permanent: false },
  });
  const first = await toPublication(hub, people);
  await until(() => expect(channel.arrived.length).toBe(3));
  channel.react('provider3.0@example.nl', 'take');
  channel.arrived.length = 0;
  await toPublication(hub, people, {
    advisoryId: first.advisoryId,
    change: 'correction',
    correctsVersionId: first.id,
  });
  await untilFinal(hub);
  expect(channel.arrived.map(({ target }) => target).sort()).toEqual(got);
});

test('a withdrawal: exactly the same people, after another person than who asked for it saw them', async () => {
  const first = await publishFirst();
  const statement = { nl: 'Dit advies klopte niet.', en: 'This advisory was wrong.' };
  await withdraw(hub, { versionId: first.id, statement, operatorId: people.dewi });
  const seen = await preview(hub, {
    versionId: first.id,
    operatorId: people.pieter,
    reason: 'withdrawal',
  });
  expect(seen.addressCount).toBe(4);
  await approveWithdrawal(hub, {
    versionId: first.id,
    operatorId: people.pieter,
    previewId: seen.previewId,
  });
  await untilFinal(hub);
  expect(channel.arrived.map(({ target }) => target).sort()).toEqual(got);
});
