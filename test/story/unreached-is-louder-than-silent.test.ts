import { expect, test } from 'vitest';
import { findBoard } from '../../src/acknowledgement/board.ts';
import { listToPhone } from '../../src/acknowledgement/phone-list.ts';
import { linkToken } from '../../src/acknowledgement/token.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { stateSoftwareUse } from '../../src/audience/state-software-use.ts';
import { preview } from '../../src/fanout/preview.ts';
import { createApp } from '../../src/http/app.tsx';
import { exampleContent } from '../advisory/example.ts';
import { toPublication, toReview } from '../advisory/journey.ts';
import { hirePeople } from '../advisory/people.ts';
import { startFanout, untilFinal } from '../fanout/fan-out.ts';
import { openTestHub } from '../support/hub.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestChannel } from '../support/test-channel.ts';
import { createVisitor, firefox, pass } from '../support/visitor.ts';

const hub = await openTestHub();
const people = await hirePeople(hub);
const app = createApp(() => hub);

/** A vital provider with its people; without a phone number nobody could be called. */
async function addProvider(name: string, ...contacts: { name: string; mail?: string }[]) {
  const organisationId = await addOrganisation(hub, {
    name,
    kind: 'vital provider',
    sector: 'water',
    operatorId: people.fatima,
  });
  for (const [index, contact] of contacts.entries())
    await addContact(hub, {
      name: contact.name,
      organisations: [{ organisationId, role: index ? 'SOC' : 'CISO', phoneOrder: index + 1 }],
      addresses: [
        { channel: 'phone', target: `+31 70 000 000${index}` },
        ...(contact.mail
          ? [{ channel: 'email' as const, target: contact.mail, verified: true }]
          : []),
      ],
      operatorId: people.fatima,
    });
  return organisationId;
}

const organisations = {
  silent: await addProvider('Silent', { name: 'Sanne', mail: 'sanne@silent.example' }),
  loud: await addProvider('Loud', { name: 'Karim', mail: 'karim@loud.example' }),
  half: await addProvider(
    'Half',
    { name: 'Hugo', mail: 'hugo@half.example' },
    { name: 'Hanna', mail: 'hanna@half.example' },
  ),
  lost: await addProvider('Lost', { name: 'Lotte', mail: 'lotte@lost.example' }, { name: 'Lars' }),
  bare: await addProvider('Bare', { name: 'Bram' }),
};
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
  requestKind: 'acknowledge',
  deadlineMinutes: 60,
  operatorId: people.fatima,
});

const gateway = { vendor: 'Citrix', name: 'Gateway' };
const versions = [{ version: '12.1', status: 'affected' as const }];
const content = { ...exampleContent(), products: [{ ...gateway, versions }] };

/** The phone list as Dewi sees it: organisation and why, from the top. */
async function listed(advisoryId: number) {
  const entries = await listToPhone(hub, await findBoard(hub, { advisoryId }));
  return entries.map(({ name, why }) => `${name}: ${why}`);
}

async function answer(organisationId: number, choice: string) {
  const [delivery] = await hub.sql<[{ id: number }]>`
    SELECT id FROM deliveries WHERE organisation_ids = ${[organisationId]} AND state = 'sent' LIMIT 1`;
  const visitor = createVisitor(app);
  const page = await visitor.open(`/acknowledge/${linkToken(hub.config.linkKeys, delivery.id)}`);
  await pass(hub, 10);
  return visitor.send(page, 'answer', { choice });
}

test('who cannot be reached is shown before publishing, and tops the phone list the moment it is known', async () => {
  const review = await toReview(hub, people);
  const { unreachable } = await preview(hub, { versionId: review.id, operatorId: people.pieter });
  expect(unreachable.map(({ name }) => name)).toEqual(['Bare']);

  const channel = createTestChannel();
  for (const target of ['lotte@lost.example', 'hanna@half.example'])
    channel.react(target, { refuse: '550 5.1.1 unknown', as: { permanent: true } });
  await startFanout(hub, channel);
  const { advisoryId } = await toPublication(hub, people, { content });
  await untilFinal(hub);
  expect(await listed(advisoryId)).toEqual([
    'Bare: unreached',
    'Lost: unreached',
    'Half: contact unreached',
  ]);

  await answer(organisations.loud, 'call us');
  const told = ['Bare: unreached', 'Lost: unreached', 'Half: contact unreached', 'Loud: call us'];
  expect(await listed(advisoryId)).toEqual(told);
  await pass(hub, 3600);
  expect(await listed(advisoryId)).toEqual([...told, 'Silent: silent']);

  // An answer takes effect everywhere at once; it holds for the organisation, whoever of it was lost.
  await answer(organisations.half, 'received');
  await answer(organisations.silent, 'acting');
  expect(await listed(advisoryId)).toEqual(['Bare: unreached', 'Lost: unreached', 'Loud: call us']);

  // Within one reason, who said that it runs an affected version is phoned first.
  const { vendor, name: product } = gateway;
  await stateSoftwareUse(hub, {
    organisationId: organisations.lost,
    vendor,
    product,
    version: '12.1',
    operatorId: people.fatima,
  });
  expect(await listed(advisoryId)).toEqual(['Lost: unreached', 'Bare: unreached', 'Loud: call us']);
});

test('Dewi reads it on one page, with whom to call in which order; Otto reads nothing', async () => {
  const otto = createVisitor(app);
  const [advisory] = await hub.sql`SELECT tracking_id FROM advisories ORDER BY id DESC LIMIT 1`;
  const path = `/console/advisories/${advisory?.trackingId}/board`;
  for (const closed of [path, '/console']) {
    const answer = await otto.open(closed);
    expect(answer.status).toBe(303);
    expect(answer.html).toBe('');
    expect(answer.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(closed)}`);
  }
  const dewi = createVisitor(app, { ...firefox, ...(await signIn(hub, people.dewi)) });
  expect((await dewi.open('/console')).html).toContain(advisory?.trackingId);
  const { status, html } = await dewi.open(path);
  expect(status).toBe(200);
  const phoneList = html.slice(html.indexOf('phone-list'), html.indexOf('by-kind'));
  expect(phoneList.match(/(?<=>)(Bare|Lost|Loud|Half|Silent)(?=<)/g)).toEqual([
    'Lost',
    'Bare',
    'Loud',
  ]);
  expect(phoneList).toMatch(
    /Lotte \(CISO\), got no message:.*href="tel:\+31700000000".*Lars \(SOC\)/s,
  );
  const forged = '__Secure-semafoor.session_token=x.x';
  expect((await createVisitor(app, { ...firefox, Cookie: forged }).open(path)).status).toBe(303);
});
