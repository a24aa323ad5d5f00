import { expect, it } from 'vitest';
import { choices, responseStatuses } from '../../src/acknowledgement/choice.ts';
import { listRollUps, type RollUp } from '../../src/acknowledgement/list-roll-ups.ts';
import { addProviders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { createDispatch, createIssue } from '../support/ledger.ts';

const hub = await openTestHub();
const both = [false, true];

/** Every way in which an organisation can stand in a dispatch. */
const ways: RollUp[] = both.flatMap((open) =>
  both.flatMap((reached) =>
    both.flatMap((failed) =>
      both.flatMap((cancelled) =>
        [null, ...choices].flatMap((choice) =>
          [null, ...responseStatuses].map((response) => ({
            ...{ open, reached, failed, cancelled, choice, response },
          })),
        ),
      ),
    ),
  ),
);

it('says of every organisation how it stands, together with those who stand alike', async () => {
  const { sql } = hub;
  await addProviders(sql, 2 * ways.length);
  const organisations = await sql<{ id: number }[]>`SELECT id FROM organisations ORDER BY id`;
  const dispatchId = await createDispatch(hub, { versionId: await createIssue(hub) });
  const rows = organisations.map(({ id }, index) => {
    const way = ways[index % ways.length] as RollUp;
    return {
      dispatch_id: dispatchId,
      organisation_id: id,
      open: way.open ? 2 : 0,
      reached_at: way.reached ? new Date() : null,
      failed: way.failed && index % 2 ? 3 : 0,
      bounced: way.failed && index % 2 === 0 ? 3 : 0,
      cancelled: way.cancelled ? 2 : 0,
      choice: way.choice,
      acknowledged_at: way.choice ? new Date() : null,
      response_status: way.response,
      responded_at: way.response ? new Date() : null,
    };
  });
  await sql`INSERT INTO organisation_dispatches ${sql(rows)}`;
  const found = await listRollUps(sql, [dispatchId]);
  expect(found).toHaveLength(ways.length);
  expect(
    new Map(
      found.flatMap(({ rollUp, organisationIds }) => organisationIds.map((id) => [id, rollUp])),
    ),
  ).toEqual(new Map(organisations.map(({ id }, index) => [id, ways[index % ways.length]])));
});
