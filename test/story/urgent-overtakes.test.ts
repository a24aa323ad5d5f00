import { beforeEach, expect, test } from 'vitest';
import { addAudience } from '../../src/audience/audience.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import type { Hub } from '../../src/hub.ts';
import { highHigh } from '../advisory/example.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { startFanout, until, untilFinal } from '../fanout/fan-out.ts';
import { countStates } from '../fanout/ledger.ts';
import { addProviders, addReaders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { createTestChannel, type TestChannel } from '../support/test-channel.ts';

// Promise 9: a high/high dispatch started during a large mailing is not queued behind it.

const readers = 2000;
const providers = 30;
const urgent = { likelihood: 'high' as const, matrix: highHigh };
let hub: Hub;
let people: People;
let channel: TestChannel;

beforeEach(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  channel = createTestChannel();
  await addReaders(hub.sql, readers);
  await addProviders(hub.sql, providers);
  await setPolicy('public', { public: true }, ['M/H']);
  await setPolicy('vital providers', { kinds: ['vital provider' as const] }, ['H/H']);
});

let position = 0;
async function setPolicy(name: string, selection: object, risks: string[]) {
  const audienceId = await addAudience(hub, {
    name,
    selection,
    tlpCeiling: 'RED',
    operatorId: people.fatima,
  });
  position += 1;
  await addPolicyLine(hub, {
    position,
    risks,
    audienceId,
    channelRule: 'every',
    operatorId: people.fatima,
  });
}

const toldUrgently = () => channel.arrived.filter((message) => message.urgent).length;

test('every server of the large mailing is stuck, and Urgent goes by', async () => {
  const answer = Promise.withResolvers<void>();
  channel.react('*', { until: answer.promise });
  for (let n = 1; n <= providers; n++) channel.react(`provider${n}.0@example.nl`, 'take');
  await startFanout(hub, channel);
  await toPublication(hub, people);
  await until(() => expect(channel.begun).toHaveLength(8));
  await toPublication(hub, people, urgent);
  await until(() => expect(toldUrgently()).toBe(providers));
  expect(channel.arrived).toHaveLength(providers);
  answer.resolve();
  expect(await untilFinal(hub)).toEqual({ sent: readers + providers });
});

test('the large mailing moves along, and Urgent is through long before it', async () => {
  channel.react('*', { after: 5 });
  await startFanout(hub, channel);
  await toPublication(hub, people);
  await until(() => expect(channel.arrived.length).toBeGreaterThan(50));
  await toPublication(hub, people, urgent);
  await until(() => expect(toldUrgently()).toBe(providers));
  const { queued = 0 } = await countStates(hub);
  expect(queued).toBeGreaterThan(readers / 4);
  expect(await untilFinal(hub)).toEqual({ sent: readers + providers });
});

test('the large mailing is only being expanded, and Urgent does not wait for that either', async () => {
  // Each subscriber's row waits for a lock that the test holds: an expansion that takes its time.
  await hub.sql`CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_advisory_xact_lock_shared(9); RETURN NEW; END'`;
  await hub.sql`CREATE TRIGGER take_time BEFORE INSERT ON deliveries
    FOR EACH ROW WHEN (NEW.contact_id IS NULL) EXECUTE FUNCTION take_time()`;
  const done = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const lock = hub.sql.begin(async (sql) => {
    await sql`SELECT pg_advisory_xact_lock(9)`;
    locked.resolve();
    await done.promise;
  });
  await locked.promise;
  await startFanout(hub, channel);
  await toPublication(hub, people);
  await until(async () => {
    const [waiting] =
      await hub.sql`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    expect(waiting).toBeDefined();
  });
  await toPublication(hub, people, urgent);
  await until(() => expect(toldUrgently()).toBe(providers));
  expect(channel.arrived).toHaveLength(providers);
  done.resolve();
  await lock;
  expect(await untilFinal(hub)).toEqual({ sent: readers + providers });
});
