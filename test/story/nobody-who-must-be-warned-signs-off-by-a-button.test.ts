import { beforeEach, expect, it } from 'vitest';
import { linkToken } from '../../src/acknowledgement/token.ts';
import { createApp } from '../../src/http/app.tsx';
import { hirePeople } from '../advisory/people.ts';
import { createApiVisitor } from '../support/api-visitor.ts';
import { createAddress, createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { createDelivery, createDispatch, createIssue, findRollUp } from '../support/ledger.ts';
import { keyFor, signIn } from '../support/sign-in.ts';
import { createVisitor, firefox, pass, readForm } from '../support/visitor.ts';

const hub = await openTestHub();
const app = createApp(() => hub);
const people = await hirePeople(hub);
const karim = createVisitor(app);

let contactId: number;
let organisationId: number;
let addressId: number;
let dispatchId: number;
let deliveryId: number;
let link: string;

/** Karim, CISO of a vital provider, got version 1.00. */
beforeEach(async () => {
  await hub.sql`UPDATE tasks SET closed_at = hub_now()`;
  const trackingId = `NCSC-2019-${Math.random()}`;
  organisationId = await createOrganisation(hub, {
    name: trackingId.replace('NCSC', 'Waterbedrijf'),
  });
  contactId = await createContact(hub, { name: 'Karim', organisationIds: [organisationId] });
  addressId = await createAddress(hub, { contactId, target: `karim@${contactId}.example` });
  dispatchId = await createDispatch(hub, { versionId: await createIssue(hub, { trackingId }) });
  ({ deliveryId, link } = await sendTo(dispatchId));
});

async function sendTo(dispatchId: number) {
  const sent = { dispatchId, contactId, addressId, organisationIds: [organisationId] };
  const deliveryId = await createDelivery(hub, sent);
  return { deliveryId, link: `/acknowledge/${linkToken(hub.config.linkKeys, deliveryId)}` };
}

const tasks = () => hub.sql<{ id: number; subject: string; detail: string }[]>`
  SELECT id, subject, detail FROM tasks WHERE kind = 'not for us any more' AND closed_at IS NULL ORDER BY id`;

async function say(fields: Record<string, string>, at = link) {
  const page = await karim.open(at);
  await pass(hub, 10);
  return karim.send(page, 'not-for-us', fields);
}

it('opens a task with the reason, and takes nobody off any list', async () => {
  const thanks = await say({
    choice: 'somebody else',
    remark: 'Vraag naar <Joris>',
    saidBy: 'Sam',
  });
  expect(thanks.status).toBe(200);
  expect(thanks.html).toContain('We bellen u; tot dan blijven onze berichten komen');
  expect(thanks.html).not.toContain('id="not-for-us"');
  expect(await tasks()).toMatchObject([
    {
      subject: `delivery:${deliveryId}`,
      detail: 'Iemand anders bij ons moet dit krijgen; Sam; Vraag naar <Joris>',
    },
  ]);
  const [address] = await hub.sql`SELECT disabled_at FROM addresses WHERE id = ${addressId}`;
  expect(address).toEqual({ disabledAt: null });
  const [contact] = await hub.sql`SELECT removed_at FROM contacts WHERE id = ${contactId}`;
  expect(contact).toEqual({ removedAt: null });
  expect(await hub.sql`SELECT FROM removals`).toHaveLength(0);
  // It is no answer to the version either: who does not answer is phoned.
  expect(await findRollUp(hub, dispatchId, organisationId)).toMatchObject({ choice: null });
  expect(
    await hub.sql`SELECT action, origin FROM audit_entries WHERE actor = ${`contact:${contactId}`}`,
  ).toEqual([{ action: 'say not for us', origin: 'link' }]);
});

it('is said once per delivery, and once per address until somebody settled it', async () => {
  const page = await karim.open(link);
  const other = await sendTo(
    await createDispatch(hub, {
      versionId: await createIssue(hub, { trackingId: `NCSC-2019-${Math.random()}` }),
    }),
  );
  const otherPage = await karim.open(other.link);
  await pass(hub, 10);
  const choice = 'not our organisation';
  const twice = [1, 2].map(() => karim.send(page, 'not-for-us', { choice }));
  for (const { status } of await Promise.all(twice)) expect(status).toBe(200);
  await karim.send(otherPage, 'not-for-us', { choice });
  const [task] = await tasks();
  expect(await tasks()).toHaveLength(1);
  const close = { closedAt: new Date() };
  await hub.sql`UPDATE tasks SET ${hub.sql(close)} WHERE id = ${task?.id ?? 0}`;
  await karim.send(page, 'not-for-us', { choice });
  expect(await tasks()).toHaveLength(0);
  await say({ choice }, other.link);
  expect(await tasks()).toMatchObject([{ subject: `delivery:${other.deliveryId}` }]);
});

it.each([
  ['at once', 0, {}, {}],
  ['and fills every field', 60, {}, { website: 'x' }],
  ['as a program', 60, { 'User-Agent': 'python-requests/2.32' }, {}],
  ['without a language', 60, { 'Accept-Language': '' }, {}],
  ['with a forged view', 60, {}, { nonce: 'AAAA' }],
  ['with nothing chosen', 60, {}, { choice: '' }],
])('a machine that presses %s opens nothing', async (_, seconds, headers, fields) => {
  const gateway = createVisitor(app, { ...firefox, ...headers });
  const page = await gateway.open(link);
  expect(readForm(page.html, 'not-for-us').held).not.toHaveProperty('choice');
  await pass(hub, seconds);
  const back = await gateway.send(page, 'not-for-us', {
    choice: 'somebody else',
    remark: 'Vraag naar Joris',
    ...fields,
  });
  expect(back.status).toBe(400);
  expect(await tasks()).toHaveLength(0);
  expect(readForm(back.html, 'not-for-us').held.remark).toBe('Vraag naar Joris');
});

it('a person who was doubted chooses once more, and is heard', async () => {
  const page = await karim.open(link);
  const hasty = await karim.send(page, 'not-for-us', { choice: 'somebody else' });
  expect(hasty.status).toBe(400);
  expect(readForm(hasty.html, 'not-for-us').held).not.toHaveProperty('choice');
  await pass(hub, 5);
  await karim.send(hasty, 'not-for-us', { choice: 'somebody else' });
  expect(await tasks()).toHaveLength(1);
});

it('a shared mailbox says who, and the page speaks English to who asks', async () => {
  await hub.sql`UPDATE contacts SET functional = true WHERE id = ${contactId}`;
  const english = `${link}?language=en`;
  const back = await say({ choice: 'somebody else' }, english);
  expect(back.status).toBe(400);
  expect(back.html).toContain('href="#not-for-us-saidBy"');
  const thanks = await say({ choice: 'somebody else', saidBy: 'Joris' }, english);
  expect(thanks.html).toContain('until then our messages keep coming');
  expect(await tasks()).toMatchObject([
    { detail: 'Somebody else at our organisation should get this; Joris' },
  ]);
});

it('the duty officer sees it in the console and the API, and closes it with what was done', async () => {
  await say({ choice: 'somebody else', remark: 'Vraag naar Joris' });
  const dewi = createVisitor(app, { ...firefox, ...(await signIn(hub, people.dewi)) });
  const home = await dewi.open('/console');
  expect(home.html).toContain(': does not want this any more');
  expect(home.html).toContain('Vraag naar Joris');
  const [task] = await tasks();
  const page = await dewi.open(`/console/tasks/${task?.id}`);
  expect(page.html).toContain(`href="/console/contacts/${contactId}"`);
  const api = await createApiVisitor(app, await keyFor(hub, people.dewi, ['duty officer']));
  const list = await api.get('/tasks?open=true');
  expect(list.body.items).toMatchObject([
    {
      kind: 'not for us any more',
      contactId,
      organisations: [expect.stringContaining('Waterbedrijf')],
    },
  ]);
  await dewi.send(page, 'close', { remark: 'Joris gets it from now on.' });
  expect(await tasks()).toHaveLength(0);
  expect((await karim.open(link)).html).toContain('niet meer voor u is');
});
