import { beforeAll, expect, test } from 'vitest';
import { closeTask } from '../../../src/acknowledgement/close-task.ts';
import { createApp } from '../../../src/http/app.tsx';
import { openTask } from '../../../src/task.ts';
import { createApiVisitor } from '../../support/api-visitor.ts';
import { createAddress, createContact, createOrganisation } from '../../support/audience.ts';
import { keyFor } from '../../support/sign-in.ts';
import { type Console, openConsole, type Visitor } from './enter.ts';

let house: Console;
let dewi: Visitor;
let addressId: number;
const detail = '550 5.1.1 <gone@water.test> No such user\0';
const open = () =>
  openTask(house.hub.sql, {
    kind: 'address stopped working',
    subject: `address:${addressId}`,
    addressId,
    detail,
  });

beforeAll(async () => {
  house = await openConsole();
  dewi = await house.enter(house.people.dewi);
  const { hub } = house;
  const organisationIds = [await createOrganisation(hub, { name: 'Waterbedrijf' })];
  const contactId = await createContact(hub, { name: 'Karim', organisationIds });
  addressId = await createAddress(hub, { contactId, target: 'gone@water.test' });
});

const newestTask = async () =>
  (await house.hub.sql<[{ id: number }]>`SELECT max(id) AS id FROM tasks`)[0].id;

test('a task is opened once while it is open, and each opening leaves its row', async () => {
  expect([await open(), await open()]).toEqual([true, false]);
  const entries = await house.hub.sql`
    SELECT action, object, detail FROM audit_entries WHERE object LIKE 'task:%'`;
  expect(entries).toEqual([
    {
      action: 'open',
      object: `task:${await newestTask()}`,
      detail: { kind: 'address stopped working', subject: `address:${addressId}` },
    },
  ]);
});

test('the duty officer sees it first thing, and closes it with what was done', async () => {
  const home = await dewi.open('/console');
  expect(home.html).toContain('Waterbedrijf: an address stopped working');
  expect(home.html).toContain('&lt;gone@water.test&gt; No such user');
  const path = `/console/tasks/${await newestTask()}`;
  expect(home.html).toContain(`href="${path}"`);
  const page = await dewi.open(path);
  const empty = await dewi.send(page, 'close', { remark: ' ' });
  expect(empty.status).toBe(400);
  expect(empty.html).toContain('id="close-remark-error"');
  const after = await dewi.send(page, 'close', { remark: 'Phoned <them>: a new address.' });
  expect(after.html).not.toContain('an address stopped working');
  const shown = (await dewi.open(path)).html;
  expect(shown).toContain('Phoned &lt;them&gt;: a new address.');
  expect(shown).not.toContain('id="close"');
  expect((await dewi.send(page, 'close', { remark: 'Again.' })).status).toBe(409);
});

test('what comes up again after that is a new task', async () => {
  const before = await newestTask();
  expect(await open()).toBe(true);
  expect(await newestTask()).toBeGreaterThan(before);
});

test('only who is on duty closes one', async () => {
  const taskId = await newestTask();
  const pieter = await house.enter(house.people.pieter);
  const page = await pieter.open(`/console/tasks/${taskId}`);
  expect(page.html).toContain('whoever is on duty closes tasks');
  const close = closeTask(house.hub, {
    taskId,
    remark: 'Done.',
    operatorId: house.people.pieter,
  });
  await expect(close).rejects.toMatchObject({ code: 'forbidden' });
  expect((await dewi.open('/console/tasks/99999')).status).toBe(404);
});

test('the API lists and closes them', async () => {
  const { hub, people } = house;
  const app = createApp(() => hub);
  const key = await keyFor(hub, people.dewi, ['duty officer']);
  const api = await createApiVisitor(app, key);
  const taskId = await newestTask();
  const list = await api.get('/tasks?open=true');
  expect(list.body.items).toMatchObject([
    { id: taskId, contact: 'Karim', organisations: ['Waterbedrijf'], closedAt: null },
  ]);
  const closed = await api.post(`/tasks/${taskId}/closure`, { remark: 'Phoned.' });
  expect(closed.body).toMatchObject({ closedBy: people.dewi, remark: 'Phoned.' });
  expect((await api.post(`/tasks/${taskId}/closure`, { remark: 'Again.' })).status).toBe(409);
  expect((await api.post(`/tasks/${taskId}/closure`, { remark: '' })).status).toBe(400);
  expect((await api.get('/tasks?open=true')).body.items).toEqual([]);
  expect((await api.get('/tasks?limit=1')).body.nextCursor).not.toBeNull();
});
