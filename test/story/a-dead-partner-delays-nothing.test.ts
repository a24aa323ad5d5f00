import { beforeEach, expect, test } from 'vitest';
import { listOpenTasks } from '../../src/acknowledgement/list-tasks.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { webhookOf } from '../../src/command/webhook.ts';
import { createApp } from '../../src/http/app.tsx';
import { highHigh } from '../advisory/example.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { startFanout, until } from '../fanout/fan-out.ts';
import { createApiVisitor } from '../support/api-visitor.ts';
import { type Endpoint, openEndpoint, opened } from '../support/endpoint.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { partnerKeyFor } from '../support/sign-in.ts';
import { createTestChannel, type TestChannel } from '../support/test-channel.ts';

// Two information hubs are told by webhook, Priya's and a neighbour's whose machine takes connections and never answers.
// Both have people with a mailbox, as has Karim of a vital provider.

const urgent = { likelihood: 'high' as const, matrix: highHigh };
let hub: TestHub;
let people: People;
let mail: TestChannel;
let priya: Endpoint;
let dead: Endpoint;
let secret: string;

async function addOffice(name: string, kind: 'information hub' | 'vital provider') {
  const operatorId = people.fatima;
  const organisationId = await addOrganisation(hub, { name, kind, operatorId });
  const target = `${name.toLowerCase()}@office.test`;
  const contactId = await addContact(hub, {
    name: `Wacht ${name}`,
    organisations: [{ organisationId, role: 'SOC' }],
    addresses: [{ channel: 'email', target, verified: true }],
    operatorId,
  });
  return { organisationId, contactId };
}

/** An information hub whose machine is told; the promise is the secret. */
async function addHub(name: string, endpoint: Endpoint): Promise<string> {
  const { organisationId, contactId } = await addOffice(name, 'information hub');
  const key = await partnerKeyFor(hub, people.fatima, organisationId, 'AMBER');
  const machine = await createApiVisitor(
    createApp(() => hub),
    key,
  );
  const made = await machine.post('/webhooks', { contactId, url: endpoint.url('/hook') });
  expect(made.status).toBe(201);
  return made.body.secret;
}

beforeEach(async () => {
  hub = await openTestHub({ webhookAllow: ['127.0.0.1'] });
  people = await hirePeople(hub);
  [priya, dead] = [await openEndpoint(), await openEndpoint()];
  secret = await addHub('Noord', priya);
  await addHub('Zuid', dead);
  await addOffice('Karim', 'vital provider');
  const operatorId = people.fatima;
  const selection = { kinds: ['information hub' as const, 'vital provider' as const] };
  const audience = { name: 'all', selection, tlpCeiling: 'RED' as const, operatorId };
  const audienceId = await addAudience(hub, audience);
  await addPolicyLine(hub, { position: 1, audienceId, channelRule: 'preferred', operatorId });
  mail = createTestChannel();
  dead.answer('/hook', 'silence');
});

const offices = ['karim@office.test', 'noord@office.test', 'zuid@office.test'];
const mailed = (urgently: boolean) =>
  mail.arrived.filter((message) => message.urgent === urgently).map(({ target }) => target);

test('while one endpoint never answers, everybody else is told, its own people too', async () => {
  // Longer than anything here is waited for: what moves does not move because the hub gave up.
  await startFanout(hub, mail, webhookOf(hub, 120_000));
  for (const count of [1, 2, 3, 4]) {
    await toPublication(hub, people);
    await until(() => expect(priya.at('/hook')).toHaveLength(count));
    await until(() => expect(mailed(false)).toHaveLength(3 * count));
  }
  expect([...new Set(mailed(false))].toSorted()).toEqual(offices);
  opened(priya.at('/hook')[3], secret);

  await toPublication(hub, people, urgent);
  await until(() => expect(mailed(true).toSorted()).toEqual(offices));
  await until(() => expect(priya.at('/hook')).toHaveLength(5));
  // Not even on its own host did the others keep Urgent waiting: a place is free for it there.
  await until(() =>
    expect(dead.at('/hook').some(({ body }) => JSON.parse(body).data.risk.urgent)).toBe(true),
  );
  dead.answer('/hook', { status: 204 });
  dead.cut();
});

test('an endpoint that is gone is left alone at once, a task says so, and its people go on hearing', async () => {
  dead.answer('/hook', { status: 410 });
  await startFanout(hub, mail, webhookOf(hub));
  await toPublication(hub, people);
  await until(() => expect(mailed(false).toSorted()).toEqual(offices));
  const about = { kind: 'webhook disabled', organisations: ['Zuid'], detail: 'HTTP 410' };
  await until(async () => expect(await listOpenTasks(hub.sql, 10)).toMatchObject([about]));
  await toPublication(hub, people);
  await until(() => expect(mailed(false)).toHaveLength(6));
  await until(() => expect(priya.at('/hook')).toHaveLength(2));
  expect(dead.at('/hook')).toHaveLength(1);
});
