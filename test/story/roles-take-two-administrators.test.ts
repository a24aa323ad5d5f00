import { beforeAll, expect, test } from 'vitest';
import { draft } from '../../src/advisory/draft.ts';
import { acceptLink } from '../../src/operator/accept-link.ts';
import { changeRoles } from '../../src/operator/change-roles.ts';
import { createOperator } from '../../src/operator/create-operator.ts';
import { decideRoles } from '../../src/operator/decide-roles.ts';
import { disableOperator } from '../../src/operator/disable-operator.ts';
import { inviteOperator } from '../../src/operator/invite.ts';
import { issueRecovery } from '../../src/operator/issue-recovery.ts';
import { findOperator, findOperatorByEmail } from '../../src/operator/operator.ts';
import { requestRoles } from '../../src/operator/request-roles.ts';
import { listRoleRequests } from '../../src/operator/role-request.ts';
import { exampleDraft } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let people: People;
/** Two administrators. */
let first: number;
let second: number;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  first = people.fatima;
});

const account = (name: string) => ({ name, email: `${name.toLowerCase()}@csirt.example` });
const rolesOf = async (operatorId: number) => (await findOperator(hub.sql, operatorId)).roles;

async function listAudited(operatorId: number) {
  return hub.sql`
    SELECT actor, action, detail->>'mode' AS mode FROM audit_entries
    WHERE object = ${`operator:${operatorId}`} ORDER BY id`;
}

test('while the hub is set up, roles are given freely and audited as bootstrap', async () => {
  await changeRoles(hub, { operatorId: people.dewi, roles: ['duty officer', 'approver'] });
  const asked = { accountId: people.anouk, roles: ['author', 'auditor'] as const };
  const wish = { ...asked, roles: [...asked.roles], operatorId: first };
  expect(await requestRoles(hub, wish)).toBeNull();
  expect(await rolesOf(people.anouk)).toEqual(['author', 'auditor']);
  const invited = await inviteOperator(hub, {
    ...account('Jelle'),
    roles: ['administrator'],
    operatorId: first,
  });
  second = invited.operator.id;
  expect(invited.request).toBeNull();
  expect(await listAudited(people.dewi)).toEqual([
    { actor: 'system', action: 'create', mode: 'bootstrap' },
    { actor: 'system', action: 'change roles', mode: 'bootstrap' },
  ]);
  expect(await listAudited(second)).toEqual([
    { actor: `operator:${first}`, action: 'create', mode: 'bootstrap' },
    { actor: `operator:${first}`, action: 'invite', mode: null },
  ]);
});

test('from two administrators on, one asks and the other approves', async () => {
  const wish = { accountId: people.dewi, roles: ['duty officer' as const], operatorId: first };
  const request = await requestRoles(hub, wish);
  const requestId = request?.id ?? 0;
  expect(await rolesOf(people.dewi)).toEqual(['duty officer', 'approver']);
  expect(await listRoleRequests(hub.sql)).toMatchObject([
    {
      name: 'Dewi',
      before: ['duty officer', 'approver'],
      roles: ['duty officer'],
      requester: 'Fatima',
    },
  ]);
  const decide = (operatorId: number, decision: 'approved' | 'refused' = 'approved') =>
    decideRoles(hub, { requestId, decision, operatorId });
  for (const operatorId of [first, people.pieter, people.dewi])
    await expect(decide(operatorId)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await rolesOf(people.dewi)).toEqual(['duty officer', 'approver']);
  await decide(second);
  expect(await rolesOf(people.dewi)).toEqual(['duty officer']);
  await expect(decide(second)).rejects.toMatchObject({ code: 'conflict' });
  expect((await listAudited(people.dewi)).slice(2)).toEqual([
    { actor: `operator:${first}`, action: 'request roles', mode: null },
    { actor: `operator:${first}`, action: 'change roles', mode: null },
  ]);
  expect(await listRoleRequests(hub.sql)).toEqual([]);
});

test('a request may be refused, taken back, or replaced by another', async () => {
  const ask = (roles: ('author' | 'approver')[]) =>
    requestRoles(hub, { accountId: people.pieter, roles, operatorId: first });
  const [one, other] = [await ask(['author']), await ask(['author', 'approver'])];
  expect((await listRoleRequests(hub.sql)).map(({ id }) => id)).toEqual([other?.id]);
  const replaced = { requestId: one?.id ?? 0, decision: 'approved' as const, operatorId: second };
  await expect(decideRoles(hub, replaced)).rejects.toMatchObject({ code: 'conflict' });
  await decideRoles(hub, { requestId: other?.id ?? 0, decision: 'refused', operatorId: first });
  expect(await rolesOf(people.pieter)).toEqual(['approver']);
  expect((await listAudited(people.pieter)).at(-1)?.action).toBe('refuse roles');
});

test('an invitation with roles gives none until another administrator approves', async () => {
  const roles = ['author' as const];
  const ruben = { ...account('Ruben'), roles };
  const { operator, request } = await inviteOperator(hub, { ...ruben, operatorId: first });
  expect(operator.roles).toEqual([]);
  await decideRoles(hub, { requestId: request?.id ?? 0, decision: 'approved', operatorId: second });
  expect(await rolesOf(operator.id)).toEqual(['author']);
  // Whoever commands the machine invites, but gives no roles.
  await expect(inviteOperator(hub, { ...account('Otto'), roles })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await findOperatorByEmail(hub.sql, 'otto@csirt.example')).toBeNull();
});

test('who recovered the other administrator counts as the same pair of eyes', async () => {
  const url = await issueRecovery(hub, { accountId: second, operatorId: first });
  const typed = { password: 'nog een zin die lang is', repeated: 'nog een zin die lang is' };
  const token = url.split('/').at(-1) ?? '';
  await acceptLink(hub, { kind: 'recovery', token, ...typed });
  const wish = { accountId: people.dewi, roles: ['administrator' as const], operatorId: first };
  const request = await requestRoles(hub, wish);
  const decision = {
    requestId: request?.id ?? 0,
    decision: 'approved',
    operatorId: second,
  } as const;
  await expect(decideRoles(hub, decision)).rejects.toMatchObject({ code: 'forbidden' });
  // A month later the account has long been its owner's again.
  await hub.sql`UPDATE one_time_links SET used_at = used_at - interval '31 days'`;
  await decideRoles(hub, decision);
  expect(await rolesOf(people.dewi)).toEqual(['administrator']);
});

test('the older way, with both at once, asks for the same', async () => {
  const wish = { operatorId: people.dewi, roles: ['duty officer' as const] };
  const change = (grant?: { requestedBy: number; approvedBy: number }) =>
    changeRoles(hub, { ...wish, ...(grant && { grant }) });
  await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
  await expect(change({ requestedBy: first, approvedBy: first })).rejects.toMatchObject({
    code: 'invalid',
    findings: [{ path: 'grant.approvedBy' }],
  });
  await expect(change({ requestedBy: first, approvedBy: people.pieter })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect((await change({ requestedBy: first, approvedBy: second })).roles).toEqual([
    'duty officer',
  ]);
});

test('bootstrap never returns, also when one administrator is left', async () => {
  const grant = { requestedBy: first, approvedBy: second };
  await changeRoles(hub, { operatorId: second, roles: ['auditor'], grant });
  const alone = createOperator(hub, { ...account('Otto'), roles: ['administrator'] });
  await expect(alone).rejects.toMatchObject({ code: 'forbidden' });
  expect(await findOperatorByEmail(hub.sql, 'otto@csirt.example')).toBeNull();
  const oneself = disableOperator(hub, { accountId: first, operatorId: first });
  await expect(oneself).rejects.toMatchObject({ code: 'conflict' });
});

test('an address has one account, in whatever case it is typed', async () => {
  const found = await findOperatorByEmail(hub.sql, ' Anouk@CSIRT.example');
  expect(found?.id).toBe(people.anouk);
  await expect(
    inviteOperator(hub, { name: 'A', email: 'ANOUK@csirt.example', operatorId: first }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('a disabled account does nothing any more', async () => {
  await disableOperator(hub, { accountId: people.anouk, operatorId: first });
  await expect(draft(hub, exampleDraft(people))).rejects.toMatchObject({ code: 'forbidden' });
  expect((await listAudited(people.anouk)).at(-1)?.action).toBe('disable');
});
