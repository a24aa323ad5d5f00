import { beforeAll, describe, expect, it } from 'vitest';
import { acknowledge } from '../../src/acknowledgement/acknowledge.ts';
import { type Board, findBoard } from '../../src/acknowledgement/board.ts';
import { coverageOf } from '../../src/acknowledgement/coverage.ts';
import { respond } from '../../src/acknowledgement/respond.ts';
import type { DeliveryState } from '../../src/fanout/state.ts';
import { createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { createDelivery, createDispatch, createIssue } from '../support/ledger.ts';

const hub = await openTestHub();
let board: Board;

/** Two versions, a request about the second, the withdrawal of the second; another advisory beside them. */
beforeAll(async () => {
  const people = new Map<string, { organisationId: number; contactId: number }>();
  const kinds = {
    Ministry: 'central government',
    Water: 'vital provider',
    Gas: 'vital provider',
  } as const;
  for (const [name, kind] of Object.entries(kinds)) {
    const organisationId = await createOrganisation(hub, {
      name,
      kind,
      sector: name.toLowerCase(),
    });
    const contactId = await createContact(hub, { name, organisationIds: [organisationId] });
    people.set(name, { organisationId, contactId });
  }
  const send = (dispatchId: number, name: string, state: DeliveryState) => {
    const { organisationId, contactId } = people.get(name) as {
      organisationId: number;
      contactId: number;
    };
    return createDelivery(hub, { dispatchId, contactId, organisationIds: [organisationId], state });
  };
  const says = { origin: 'link' as const, provenance: {} };
  const [first, second] = [await createIssue(hub), await createIssue(hub, { ordinal: 1 })];
  const published = await createDispatch(hub, { versionId: first });
  const water = await send(published, 'Water', 'sent');
  await send(published, 'Gas', 'cancelled');
  await acknowledge(hub, { deliveryId: water, choice: 'acting', ...says });
  const next = await createDispatch(hub, { versionId: second });
  await send(next, 'Water', 'bounced');
  await send(next, 'Gas', 'queued');
  await send(next, 'Ministry', 'sent');
  const requestKind = 'report back';
  const request = await createDispatch(hub, {
    versionId: second,
    requestKind,
    deadlineAt: new Date('2019-01-01'),
  });
  await respond(hub, {
    deliveryId: await send(request, 'Ministry', 'sent'),
    status: 'patched',
    ...says,
  });
  await send(request, 'Gas', 'sent');
  await send(
    await createDispatch(hub, { versionId: second, reason: 'withdrawal' }),
    'Ministry',
    'delivered',
  );
  const other = await createDispatch(hub, {
    versionId: await createIssue(hub, { trackingId: 'NCSC-2020-0001' }),
  });
  await send(other, 'Gas', 'failed');
  const [advisory] = await hub.sql<
    [{ id: number }]
  >`SELECT advisory_id AS id FROM versions WHERE id = ${first}`;
  board = await findBoard(hub, { advisoryId: advisory.id });
});

describe('the board', () => {
  it('has a column per version, and one for a withdrawal', () => {
    expect(board.columns.map(({ ordinal, withdrawal }) => [ordinal, withdrawal])).toEqual([
      [0, false],
      [1, false],
      [1, true],
    ]);
  });

  it('says of every organisation how it stands to each, by kind and sector', () => {
    const states = board.rows.map(({ name, cells }) => [
      name,
      ...cells.map((cell) => cell?.state ?? null),
    ]);
    expect(states).toEqual([
      ['Ministry', null, 'acknowledged', 'reached'],
      ['Gas', 'stopped', 'reached', null],
      ['Water', 'acknowledged', 'unreached', null],
    ]);
    const [ministry, gas] = board.rows.map(({ cells }) => cells[1]);
    expect(ministry).toMatchObject({
      choice: 'acting',
      response: 'patched',
      owes: false,
      overdue: false,
    });
    expect(gas).toMatchObject({ choice: null, response: null, owes: true, overdue: true });
  });

  it('adds up to its coverage', () => {
    const { groups, total } = coverageOf(board, 'kind');
    expect(groups.map(({ name }) => name)).toEqual(['central government', 'vital provider']);
    expect(total[1]).toMatchObject({
      audience: 3,
      heard: 2,
      acknowledged: 1,
      unreached: 1,
      responded: 1,
      owing: 1,
    });
    expect(groups[1]?.columns[0]).toMatchObject({
      audience: 2,
      heard: 1,
      stopped: 1,
      choices: { acting: 1 },
    });
    expect(coverageOf(board, 'sector').groups).toHaveLength(3);
  });

  it('of an advisory that does not exist is not found', async () => {
    await expect(findBoard(hub, { advisoryId: 999 })).rejects.toMatchObject({ code: 'not_found' });
  });
});
