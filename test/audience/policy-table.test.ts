import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { addAudience, findAudience } from '../../src/audience/audience.ts';
import { listMembersNow } from '../../src/audience/audience-members.ts';
import { changeAudience } from '../../src/audience/change-audience.ts';
import { changePolicyLine } from '../../src/audience/change-policy-line.ts';
import { endPolicyLine } from '../../src/audience/end-policy-line.ts';
import { listAudiences } from '../../src/audience/list-audiences.ts';
import { orderPolicy } from '../../src/audience/order-policy.ts';
import { addPolicyLine, findPolicyLine, listPolicy } from '../../src/audience/policy-line.ts';
import { removeAudience } from '../../src/audience/remove-audience.ts';
import type { selectionSchema } from '../../src/audience/selection.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { createOrganisation } from '../support/audience.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let people: People;
let operatorId: number;
let water: number;
const all = { after: null, limit: 100 };

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  operatorId = people.fatima;
  water = await createOrganisation(hub, { name: 'Water', sector: 'water' });
  await createOrganisation(hub, { name: 'Energy', sector: 'energy' });
});

beforeEach(async () => {
  await hub.sql`UPDATE policy_lines SET ended_at = hub_now() WHERE ended_at IS NULL`;
  await hub.sql`UPDATE audiences SET removed_at = hub_now() WHERE removed_at IS NULL`;
});

const name = (name: string, selection: z.input<typeof selectionSchema> = {}) =>
  addAudience(hub, { name, selection, tlpCeiling: 'RED', operatorId });
const addLine = (audienceId: number, more: object = {}) =>
  addPolicyLine(hub, { audienceId, channelRule: 'every', operatorId, ...more });
const places = async () => (await listPolicy(hub.sql)).map(({ id, position }) => [id, position]);

test('an audience changes whom it means; who is in it now is a list', async () => {
  const audienceId = await name('vital', { kinds: ['vital provider'] });
  const before = await findAudience(hub.sql, audienceId);
  const now = (selection: typeof before.selection, products?: []) =>
    listMembersNow(hub.sql, { selection, products }, all);
  expect((await now(before.selection)).map((member) => member.name)).toEqual(['Energy', 'Water']);
  const change = (fields: object) =>
    changeAudience(hub, { audienceId, expected: before.revision, operatorId, ...fields });
  const { selection } = await change({
    selection: { kinds: ['vital provider'], sectors: ['water'], software: 'affected' },
  });
  expect((await now(selection)).map((member) => member.name)).toEqual(['Water']);
  expect(await now(selection, [])).toEqual([]);
  await expect(change({ name: 'late' })).rejects.toMatchObject({ code: 'precondition_failed' });
  const listed = { organisationIds: [water, 999_999] };
  const wrong = changeAudience(hub, { audienceId, operatorId, selection: listed });
  await expect(wrong).rejects.toMatchObject({
    findings: [{ path: 'selection.organisationIds.1' }],
  });
  await hub.sql`UPDATE organisations SET removed_at = hub_now() WHERE id = ${water}`;
  expect(await listAudiences(hub.sql)).toMatchObject([{ name: 'vital', members: 0 }]);
  await hub.sql`UPDATE organisations SET removed_at = NULL WHERE id = ${water}`;
});

test('an audience that the policy names stays; one that it does not goes and frees its name', async () => {
  const audienceId = await name('named');
  const line = await addLine(audienceId);
  const remove = () => removeAudience(hub, { audienceId, operatorId });
  await expect(remove()).rejects.toMatchObject({ code: 'conflict' });
  await endPolicyLine(hub, { policyLineId: line, operatorId });
  await remove();
  await expect(remove()).rejects.toMatchObject({ code: 'gone' });
  await expect(addLine(audienceId)).rejects.toMatchObject({ findings: [{ path: 'audienceId' }] });
  expect(await name('named')).not.toBe(audienceId);
});

test('a changed line is another line in the same place: what was decided by the first keeps it', async () => {
  const audienceId = await name('changed', { kinds: ['vital provider'] });
  const first = await addLine(audienceId, { requestKind: 'acknowledge', deadlineMinutes: 60 });
  const version = await toPublication(hub, people);
  const before = await findPolicyLine(hub.sql, first);
  const after = await changePolicyLine(hub, {
    policyLineId: first,
    expected: before.revision,
    deadlineMinutes: 120,
    operatorId,
  });
  expect(after).toMatchObject({ position: 1, requestKind: 'acknowledge', deadlineMinutes: 120 });
  expect(after.id).not.toBe(first);
  const [dispatch] = await hub.sql`
    SELECT policy_line_id FROM dispatches WHERE version_id = ${version.id}`;
  expect(dispatch).toEqual({ policyLineId: first });
  expect(await findPolicyLine(hub.sql, first)).toMatchObject({
    deadlineMinutes: 60,
    endedAt: expect.any(Date),
  });
  const again = changePolicyLine(hub, { policyLineId: first, roles: ['CISO'], operatorId });
  await expect(again).rejects.toMatchObject({ code: 'gone' });
  const aimless = changePolicyLine(hub, { policyLineId: after.id, requestKind: null, operatorId });
  await expect(aimless).rejects.toMatchObject({ findings: [{ path: 'deadlineMinutes' }] });
  expect(await places()).toEqual([[after.id, 1]]);
});

test('the policy is put in another order as a whole', async () => {
  const audienceId = await name('ordered');
  const [a, b, c] = [
    await addLine(audienceId),
    await addLine(audienceId, { position: 5 }),
    await addLine(audienceId),
  ];
  expect(await places()).toEqual([
    [a, 1],
    [b, 5],
    [c, 6],
  ]);
  await orderPolicy(hub, { policyLineIds: [c, a, b], operatorId });
  expect(await places()).toEqual([
    [c, 1],
    [a, 2],
    [b, 3],
  ]);
  for (const policyLineIds of [
    [c, a],
    [c, a, a],
    [c, a, b, 999_999],
  ])
    await expect(orderPolicy(hub, { policyLineIds, operatorId })).rejects.toMatchObject({
      code: 'precondition_failed',
    });
  await expect(addLine(audienceId, { position: 2 })).rejects.toMatchObject({ code: 'conflict' });
});
