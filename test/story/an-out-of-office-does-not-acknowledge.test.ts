import { expect, test } from 'vitest';
import { findBoard } from '../../src/acknowledgement/board.ts';
import { listToPhone } from '../../src/acknowledgement/phone-list.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { verify } from '../../src/fanout/verify.ts';
import { createApp } from '../../src/http/app.tsx';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople } from '../advisory/people.ts';
import { startFanout, until, untilFinal } from '../fanout/fan-out.ts';
import { openTestHub } from '../support/hub.ts';
import { openPostOffice, ownAddress, replyFrom, reportOn } from '../support/inbound.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestChannel } from '../support/test-channel.ts';
import { createVisitor, firefox } from '../support/visitor.ts';

// The mail that comes back: an absence message proves nothing, a person's answer does, and what bounced is phoned.

const hub = await openTestHub({
  mail: { inbound: { port: 0, host: '127.0.0.1', protocol: 'smtp' } },
});
const office = await openPostOffice(hub);
const people = await hirePeople(hub);
const { fatima: operatorId } = people;
const channel = createTestChannel();
await startFanout(hub, channel);

async function addProvider(name: string, person: string, ...mail: string[]) {
  const provider = { name, kind: 'vital provider' as const, operatorId };
  const organisationId = await addOrganisation(hub, provider);
  const addresses = mail.map((target, preference) => {
    const channel = 'email' as const;
    return { channel, target, preference, verified: true };
  });
  const organisations = [{ organisationId, role: 'CISO' }];
  await addContact(hub, { name: person, organisations, addresses, operatorId });
  return organisationId;
}

const deliveryTo = async (target: string) => {
  const [row] = await hub.sql<[{ id: number; state: string }]>`
    SELECT d.id, d.state FROM deliveries d JOIN addresses a ON a.id = d.address_id WHERE a.target = ${target}`;
  return row;
};

const reply = async (from: string, text: string, ...headers: string[]) => {
  const { id } = await deliveryTo(from);
  const raw = replyFrom(`Karim <${from}>`, text, headers);
  return office.bring({ from, to: ownAddress(hub, 'reply', id), raw });
};

const bounce = async (target: string) => {
  const { id } = await deliveryTo(target);
  const words = '550 5.1.1 No such user';
  const raw = reportOn({ target, action: 'failed', status: '5.1.1', words });
  return office.bring({ to: ownAddress(hub, 'bounce', id), raw });
};

let advisoryId: number;
const standings = async () => {
  const { rows } = await findBoard(hub, { advisoryId });
  return Object.fromEntries(rows.map(({ name, cells }) => [name, cells.at(-1)?.state]));
};
const toPhone = async () =>
  (await listToPhone(hub, await findBoard(hub, { advisoryId }))).map(
    ({ name, why }) => `${name}: ${why}`,
  );

test('everybody was sent the advisory', async () => {
  await addProvider('Water', 'Karim', 'karim@water.example');
  await addProvider('Gas', 'Gerda', 'gerda@gas.example');
  await addProvider('Rail', 'Rob', 'rob@rail.example', 'soc@rail.example');
  const selection = { kinds: ['vital provider' as const] };
  const audience = { name: 'vital', selection, tlpCeiling: 'RED' as const, operatorId };
  const audienceId = await addAudience(hub, audience);
  const channelRule = 'preferred' as const;
  await addPolicyLine(hub, { position: 1, audienceId, channelRule, operatorId });
  ({ advisoryId } = await toPublication(hub, people));
  expect(await untilFinal(hub)).toEqual({ sent: 3 });
});

test('an out-of-office does not acknowledge, with or without saying what it is', async () => {
  const away = 'Automatic reply: I am out of the office.';
  await reply('karim@water.example', away, 'Auto-Submitted: auto-replied');
  await reply('karim@water.example', away);
  expect(await standings()).toEqual({ Water: 'reached', Gas: 'reached', Rail: 'reached' });
});

test('Karim’s own answer does, and the duty officer reads what he wrote', async () => {
  await reply('karim@water.example', 'Gezien, we kijken er <vanavond> naar.');
  expect(await standings()).toEqual({ Water: 'acknowledged', Gas: 'reached', Rail: 'reached' });
  const dewi = createVisitor(
    createApp(() => hub),
    { ...firefox, ...(await signIn(hub, people.dewi)) },
  );
  const board = await findBoard(hub, { advisoryId });
  const water = board.rows.find(({ name }) => name === 'Water');
  const [advisory] = await hub.sql`SELECT tracking_id FROM advisories WHERE id = ${advisoryId}`;
  const call = await dewi.open(
    `/console/advisories/${advisory?.trackingId}/calls/${water?.organisationId}`,
  );
  expect(call.html).toContain('Gezien, we kijken er &lt;vanavond&gt; naar.');
});

test('what bounced is on the phone list at once, and a task for who is on duty', async () => {
  expect(await toPhone()).toEqual([]);
  await bounce('gerda@gas.example');
  expect(await toPhone()).toEqual(['Gas: unreached']);
  const tasks = await hub.sql`SELECT kind, detail FROM tasks WHERE closed_at IS NULL`;
  expect(tasks).toEqual([
    {
      kind: 'address stopped working',
      detail: 'mail came back: 5.1.1 550 5.1.1 No such user',
    },
  ]);
});

test('who has a second address is sent it there, although the fan-out was over', async () => {
  await bounce('rob@rail.example');
  await until(async () => expect((await deliveryTo('soc@rail.example')).state).toBe('sent'));
  await untilFinal(hub);
  expect(await standings()).toMatchObject({ Gas: 'unreached', Rail: 'reached' });
  expect(channel.arrived.map(({ target }) => target)).toContain('soc@rail.example');
  expect(await verify(hub)).toEqual([]);
});

test('and nothing was ever sent in answer', () => {
  expect(channel.arrived).toHaveLength(4);
});
