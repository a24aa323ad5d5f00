import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { addAudience } from '../../src/audience/audience.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { until, untilFinal } from '../fanout/fan-out.ts';
import { countStates } from '../fanout/ledger.ts';
import { atEnd } from '../support/at-end.ts';
import { addProviders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { startProgram } from '../support/program.ts';
import { settingsOf } from '../support/settings.ts';
import { openTestSmtp } from '../support/smtp.ts';
import type { Received, Smtp } from '../support/smtp-server.ts';

// Promise 2: a retry carries the same Message-ID, and a kill repeats no more than what was on the wire and unsettled.

const providers = 40;
const connections = 5;
let smtp: Smtp;
let hub: TestHub;
let people: People;
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'semafoor-story-'));
  atEnd(() => rm(directory, { recursive: true }));
  smtp = await openTestSmtp();
  hub = await openTestHub({ mail: { relays: [smtp.relay], connections } });
  people = await hirePeople(hub);
  const operatorId = people.fatima;
  const selection = { kinds: ['vital provider' as const] };
  const audienceId = await addAudience(hub, {
    name: 'vital',
    selection,
    tlpCeiling: 'RED',
    operatorId,
  });
  await addPolicyLine(hub, { position: 1, audienceId, channelRule: 'every', operatorId });
  await addProviders(hub.sql, providers);
});

/** A dispatcher as an operator starts it: a process of its own. */
async function startDispatcher() {
  const environment = { ...settingsOf(hub), LEASE_SECONDS: '5' };
  const logFile = join(directory, 'dispatcher.log');
  const process = startProgram({ command: ['dispatch'], environment, logFile });
  atEnd(async () => {
    process.signal('SIGKILL');
    await process.ended;
  });
  await process.ready;
  return process;
}

const messageId = ({ raw }: Received) => /^Message-ID: (\S+)/im.exec(raw)?.[1];

/** Servers that have the message and do not say so until they are told; `held` is how many there are. */
function hesitate() {
  const told = Promise.withResolvers<void>();
  const servers = { held: 0, tell: told.resolve, until: told.promise };
  // What is awaited counts who waits for it.
  const counted: PromiseLike<void> = {
    // biome-ignore lint/suspicious/noThenProperty: this is what `await` calls.
    then(...settle) {
      servers.held += 1;
      return told.promise.then(...settle);
    },
  };
  servers.until = counted as Promise<void>;
  return servers;
}

test('a dispatcher is killed while servers hesitate: those go again, under the same Message-ID, nobody else', async () => {
  const servers = hesitate();
  for (let n = 1; n <= providers; n++)
    smtp.behave(`provider${n}.0@example.nl`, { until: servers.until }, 'accept');
  const doomed = await startDispatcher();
  await toPublication(hub, people);
  await until(() => expect(servers.held).toBe(connections - 1)); // one place is Urgent's
  doomed.signal('SIGKILL');
  await doomed.ended;
  servers.tell();
  const first = (await smtp.received(connections - 1)).map(({ to }) => to);

  await startDispatcher();
  expect(await untilFinal(hub)).toEqual({ sent: providers });
  const copies = Map.groupBy(smtp.messages, ({ to }) => to);
  expect(copies.size).toBe(providers);
  const repeated = [...copies].filter(([, some]) => some.length > 1);
  expect(repeated.map(([to]) => to).sort()).toEqual(first.sort());
  for (const [, some] of repeated) expect(new Set(some.map(messageId)).size).toBe(1);
});

test('a dispatcher is told to stop in the middle: it finishes what it began, and nothing goes twice', async () => {
  const servers = hesitate();
  smtp.behave('*', { until: servers.until });
  const dispatcher = await startDispatcher();
  await toPublication(hub, people);
  await until(() => expect(servers.held).toBe(connections - 1));
  dispatcher.signal('SIGTERM');
  servers.tell();
  expect(await dispatcher.ended).toBe(0);
  const { sent, queued, ...others } = await countStates(hub);
  expect(others).toEqual({});
  expect(smtp.messages).toHaveLength(sent ?? 0);
  expect(queued).toBeGreaterThan(0);
  await startDispatcher();
  expect(await untilFinal(hub)).toEqual({ sent: providers });
  expect(smtp.messages).toHaveLength(providers);
});
