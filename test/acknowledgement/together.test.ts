import { expect, it } from 'vitest';
import { acknowledge } from '../../src/acknowledgement/acknowledge.ts';
import type { Choice } from '../../src/acknowledgement/choice.ts';
import { createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { createDelivery, createDispatch, createIssue, findRollUp } from '../support/ledger.ts';

const hub = await openTestHub();

/** What `settle` does to roll-ups: locks them in order, then counts. */
const settleLike = (dispatchIds: number[]) => hub.sql`
  WITH locked AS MATERIALIZED (
    SELECT dispatch_id, organisation_id FROM organisation_dispatches WHERE dispatch_id = ANY(${dispatchIds}::int[])
    ORDER BY dispatch_id, organisation_id FOR UPDATE
  )
  UPDATE organisation_dispatches r SET sent = r.sent + 1
  FROM locked l WHERE r.dispatch_id = l.dispatch_id AND r.organisation_id = l.organisation_id`;

it('answers and settles at the same moment wait for each other, and none is left out', async () => {
  const organisationIds: number[] = [];
  for (let n = 0; n < 8; n++)
    organisationIds.push(await createOrganisation(hub, { name: `provider ${n}` }));
  const people = await Promise.all(
    ['Karim', 'Joris'].map((name) => createContact(hub, { name, organisationIds })),
  );
  const dispatchIds: number[] = [];
  const deliveries: number[][] = [];
  for (const ordinal of [0, 1, 2, 3]) {
    const dispatchId = await createDispatch(hub, {
      versionId: await createIssue(hub, { ordinal }),
    });
    dispatchIds.push(dispatchId);
    deliveries.push([]);
    for (const contactId of people)
      deliveries
        .at(-1)
        ?.push(await createDelivery(hub, { dispatchId, contactId, organisationIds }));
  }
  const answer = (deliveryId = 0, choice: Choice) =>
    acknowledge(hub, { deliveryId, choice, origin: 'link', provenance: {} });
  for (let round = 0; round < 25; round++) {
    const [one, two] = deliveries[3] as [number, number];
    await Promise.all([
      answer(one, round % 2 ? 'acting' : 'does not apply'),
      settleLike([...dispatchIds].reverse()),
      answer(two, round % 2 ? 'received' : 'call us'),
      settleLike(dispatchIds),
      answer(deliveries[0]?.[round % 2], 'received'),
    ]);
    for (const organisationId of organisationIds) {
      const rollUp = await findRollUp(hub, dispatchIds[3] as number, organisationId);
      expect(rollUp?.choice).toBe(round % 2 ? 'acting' : 'call us');
    }
  }
});
