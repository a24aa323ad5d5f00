import { expect, it } from 'vitest';
import { acknowledge, acknowledgeAs } from '../../src/acknowledgement/acknowledge.ts';
import { type Choice, choices } from '../../src/acknowledgement/choice.ts';
import { recountAnswers } from '../../src/acknowledgement/recount-answers.ts';
import { chain } from '../../src/audit/chain.ts';
import { verifyAudit } from '../../src/audit/verify.ts';
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

it('a burst by all people of the same organisations, to every version at once, moves each roll-up to what they said last', async () => {
  const trackingId = 'NCSC-2020-0776';
  const organisationIds: number[] = [];
  for (let n = 0; n < 5; n++)
    organisationIds.push(await createOrganisation(hub, { name: `bank ${n}` }));
  const people = await Promise.all(
    Array.from({ length: 8 }, (_, n) => createContact(hub, { name: `P${n}`, organisationIds })),
  );
  const deliveries: number[] = [];
  for (const ordinal of [0, 1, 2]) {
    const versionId = await createIssue(hub, { trackingId, ordinal });
    const dispatchId = await createDispatch(hub, { versionId });
    for (const contactId of people)
      deliveries.push(await createDelivery(hub, { dispatchId, contactId, organisationIds }));
  }
  for (let round = 0; round < 10; round++) {
    // Some for all organisations, some for two of them, in whatever order.
    const said = deliveries.map((deliveryId, n) => {
      const some = organisationIds.filter((_, each) => (each + n + round) % 3 === 0);
      const whose = n % 2 ? { organisationIds: some.reverse() } : {};
      const choice = choices[(n + round) % choices.length] as Choice;
      return acknowledge(hub, { deliveryId, choice, origin: 'link', provenance: {}, ...whose });
    });
    const written = await Promise.all(said);
    expect(written.every((rows) => rows.length > 0)).toBe(true);
  }
  expect(await recountAnswers(hub)).toEqual([]);
  await chain(hub);
  expect(await verifyAudit(hub)).toMatchObject({ unchained: 0, findings: [] });
});

it('a burst of answers is written together: all of it counts, each leaves its audit row, and no mistake costs another', async () => {
  const organisationIds: number[] = [];
  for (let n = 0; n < 6; n++)
    organisationIds.push(await createOrganisation(hub, { name: `carrier ${n}` }));
  const trackingId = 'NCSC-2020-0777';
  const dispatchId = await createDispatch(hub, {
    versionId: await createIssue(hub, { trackingId, ordinal: 0 }),
  });
  const deliveries: number[] = [];
  for (const organisationId of organisationIds) {
    const contactId = await createContact(hub, {
      name: 'Karim',
      organisationIds: [organisationId],
    });
    deliveries.push(
      await createDelivery(hub, { dispatchId, contactId, organisationIds: [organisationId] }),
    );
  }
  const say = (deliveryId: number, more: object = {}) =>
    acknowledge(hub, {
      deliveryId,
      choice: 'acting',
      origin: 'link',
      provenance: { view: `view ${deliveryId}` },
      ...more,
    });
  const outsider = organisationIds[1] as number;
  const outcomes = await Promise.allSettled([
    ...deliveries.map((id) => say(id)),
    ...deliveries.map((id) => say(id)), // a double click
    say(999_999_999),
    say(deliveries[0] as number, { organisationIds: [outsider] }),
    say(deliveries[2] as number, { saidBy: 'a\0b' }), // PostgreSQL takes no NUL
  ]);
  const count = (one: PromiseSettledResult<unknown[]>) =>
    one.status === 'fulfilled' ? one.value.length : (one.reason.code ?? 'error');
  expect(outcomes.map(count)).toEqual([
    ...[1, 1, 1, 1, 1, 1],
    ...[0, 0, 0, 0, 0, 0],
    'not_found',
    'invalid',
    expect.any(String),
  ]);
  for (const organisationId of organisationIds)
    expect((await findRollUp(hub, dispatchId, organisationId))?.choice).toBe('acting');
  const audited = await hub.sql<{ detail: { delivery: number } }[]>`
    SELECT detail FROM audit_entries
    WHERE action = 'acknowledge' AND (detail->>'delivery')::bigint = ANY(${deliveries}::bigint[]) ORDER BY (detail->>'delivery')::bigint`;
  expect(audited.map(({ detail }) => detail.delivery)).toEqual(deliveries);
});

it('what is decided by whom a message went to stands or falls by itself, and what is left changed nothing', async () => {
  const trackingId = 'NCSC-2020-0778';
  const dispatchId = await createDispatch(hub, {
    versionId: await createIssue(hub, { trackingId, ordinal: 0 }),
  });
  const people = await Promise.all(
    ['Karim', 'Joris', 'Priya'].map(async (name) => {
      const organisationIds = [await createOrganisation(hub, { name: `of ${name}` })];
      const contactId = await createContact(hub, { name, organisationIds });
      return createDelivery(hub, { dispatchId, contactId, organisationIds });
    }),
  );
  const [kept = 0, left = 0, failing = 0] = people;
  const answer = { choice: 'acting', origin: 'link', provenance: {} } as const;
  const outcomes = await Promise.allSettled([
    acknowledgeAs(hub, {
      deliveryId: kept,
      decide: ({ organisationIds, functional, language }) => {
        expect([organisationIds.length, functional, language]).toEqual([1, false, 'nl']);
        return { ...answer, deliveryId: kept };
      },
    }),
    acknowledgeAs(hub, { deliveryId: left, decide: () => null }),
    acknowledgeAs(hub, {
      deliveryId: failing,
      decide: () => ({ ...answer, deliveryId: failing, organisationIds: [999_999] }),
    }),
  ]);
  expect(outcomes).toMatchObject([
    { status: 'fulfilled', value: [{ deliveryId: kept, choice: 'acting' }] },
    { status: 'fulfilled', value: null },
    { status: 'rejected', reason: { code: 'invalid' } },
  ]);
  const written = await hub.sql`
    SELECT delivery_id FROM acknowledgements WHERE delivery_id = ANY(${people}::bigint[])`;
  expect(written.map(({ deliveryId }) => deliveryId)).toEqual([kept]);
});
