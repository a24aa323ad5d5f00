import { beforeAll, describe, expect, it } from 'vitest';
import { acknowledge } from '../../src/acknowledgement/acknowledge.ts';
import { acknowledgeOnBehalf } from '../../src/acknowledgement/acknowledge-on-behalf.ts';
import type { Choice } from '../../src/acknowledgement/choice.ts';
import { confirm } from '../../src/acknowledgement/confirm.ts';
import { recountAnswers } from '../../src/acknowledgement/recount-answers.ts';
import { createContact, createOperator, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { createDelivery, createDispatch, createIssue, findRollUp } from '../support/ledger.ts';

const hub = await openTestHub();
let operatorId: number;
beforeAll(async () => {
  operatorId = await createOperator(hub, 'Dewi');
});

let series = 0;

/** An advisory with three versions, each sent to the same people of the same organisations. */
async function createMonth(people = ['Karim'], organisations = 1) {
  const trackingId = `NCSC-2020-${++series}`;
  const organisationIds: number[] = [];
  for (let n = 0; n < organisations; n++)
    organisationIds.push(await createOrganisation(hub, { name: `${trackingId} provider ${n}` }));
  const contacts: number[] = [];
  for (const name of people) contacts.push(await createContact(hub, { name, organisationIds }));
  const versions = [];
  for (const ordinal of [0, 1, 2]) {
    const versionId = await createIssue(hub, { trackingId, ordinal });
    const dispatchId = await createDispatch(hub, { versionId });
    const deliveries: number[] = [];
    for (const contactId of contacts)
      deliveries.push(await createDelivery(hub, { dispatchId, contactId, organisationIds }));
    versions.push({ versionId, dispatchId, deliveries: deliveries as [number, number] });
  }
  type Sent = (typeof versions)[number];
  return {
    organisationIds: organisationIds as [number],
    contacts: contacts as [number],
    versions: versions as [Sent, Sent, Sent],
  };
}

const say = (deliveryId: number, choice: Choice, more: object = {}) =>
  acknowledge(hub, { deliveryId, choice, origin: 'link', provenance: {}, ...more });

describe('an acknowledgement', () => {
  it('covers the older versions, never the newer', async () => {
    const { versions, organisationIds } = await createMonth();
    await say(versions[1].deliveries[0], 'acting');
    const choices = [];
    for (const { dispatchId } of versions)
      choices.push((await findRollUp(hub, dispatchId, organisationIds[0]))?.choice);
    expect(choices).toEqual(['acting', 'acting', null]);
  });

  it('leaves other advisories and other organisations alone', async () => {
    const [mine, other] = [await createMonth(), await createMonth()];
    await say(mine.versions[2].deliveries[0], 'received');
    expect(
      (await findRollUp(hub, other.versions[0].dispatchId, other.organisationIds[0]))?.choice,
    ).toBeNull();
  });

  it('of two people shows the louder one, until that one says something else', async () => {
    const { versions, organisationIds } = await createMonth(['Karim', 'Joris']);
    const [{ deliveries, dispatchId }] = versions;
    const choice = async () => (await findRollUp(hub, dispatchId, organisationIds[0]))?.choice;
    await say(deliveries[0], 'call us');
    await say(deliveries[1], 'received');
    expect(await choice()).toBe('call us');
    await say(deliveries[0], 'does not apply');
    expect(await choice()).toBe('received');
  });

  it('of a shared SOC stands for the organisations that it names', async () => {
    const { versions, organisationIds } = await createMonth(['SOC'], 3);
    const [{ deliveries, dispatchId }] = versions;
    const [first, second, third] = organisationIds as unknown as [number, number, number];
    await say(deliveries[0], 'acting', { organisationIds: [first, third] });
    await say(deliveries[0], 'does not apply', { organisationIds: [second] });
    const choices = [];
    for (const id of [first, second, third])
      choices.push((await findRollUp(hub, dispatchId, id))?.choice);
    expect(choices).toEqual(['acting', 'does not apply', 'acting']);
    const outsider = await createOrganisation(hub, { name: 'Otto and sons' });
    await expect(
      say(deliveries[0], 'acting', { organisationIds: [outsider] }),
    ).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('is late after the deadline of its dispatch, and is taken all the same', async () => {
    const { organisationIds, contacts, versions } = await createMonth();
    const sent = { contactId: contacts[0], organisationIds };
    const [{ versionId }] = versions;
    const late = await createDispatch(hub, { versionId, deadlineAt: new Date('2019-01-01') });
    const inTime = await createDispatch(hub, { versionId, deadlineAt: new Date('2999-01-01') });
    const [one] = await say(await createDelivery(hub, { dispatchId: late, ...sent }), 'received');
    const [two] = await say(await createDelivery(hub, { dispatchId: inTime, ...sent }), 'received');
    expect([one?.late, two?.late]).toEqual([true, false]);
    expect((await findRollUp(hub, late, organisationIds[0]))?.choice).toBe('received');
  });

  it('keeps the moment of the first answer when it changes', async () => {
    const { versions, organisationIds } = await createMonth();
    const [{ deliveries, dispatchId }] = versions;
    await say(deliveries[0], 'received');
    const first = await findRollUp(hub, dispatchId, organisationIds[0]);
    await say(deliveries[0], 'acting');
    const second = await findRollUp(hub, dispatchId, organisationIds[0]);
    expect(second).toMatchObject({ choice: 'acting', acknowledgedAt: first?.acknowledgedAt });
  });

  it('from one page view is one answer, however often it comes', async () => {
    const { versions } = await createMonth();
    const view = { provenance: { view: 'abc' } };
    const { deliveries } = versions[0];
    const written = await Promise.all([1, 2, 3].map(() => say(deliveries[0], 'acting', view)));
    expect(written.flat()).toHaveLength(1);
    expect(await say(deliveries[0], 'call us', view)).toHaveLength(1);
    expect(await say(deliveries[0], 'acting', view)).toHaveLength(1);
  });

  it('to a withdrawn version from before its withdrawal does not cover the withdrawal', async () => {
    const { organisationIds, contacts, versions } = await createMonth();
    const [{ versionId, deliveries }] = versions;
    await say(deliveries[0], 'acting');
    const dispatchId = await createDispatch(hub, { versionId, reason: 'withdrawal' });
    const sent = { dispatchId, contactId: contacts[0], organisationIds };
    const deliveryId = await createDelivery(hub, sent);
    await acknowledge(hub, {
      versionId,
      organisationIds,
      choice: 'received',
      saidBy: 'Joris',
      origin: 'api',
      provenance: {},
    });
    const seen = await findRollUp(hub, dispatchId, organisationIds[0]);
    expect(seen?.choice).toBe('received');
    await say(deliveryId, 'call us');
    expect((await findRollUp(hub, dispatchId, organisationIds[0]))?.choice).toBe('call us');
  });

  it('leaves an audit row in the same transaction, with ids and no names', async () => {
    const { versions, contacts } = await createMonth();
    const [{ versionId, deliveries }] = versions;
    await say(deliveries[0], 'acting', { saidBy: 'Joris', remark: 'Joris is on it' });
    const rows =
      await hub.sql`SELECT * FROM audit_entries WHERE object = ${`version:${versionId}`}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actor: `contact:${contacts[0]}`,
      action: 'acknowledge',
      origin: 'link',
    });
    expect(JSON.stringify(rows)).not.toContain('Joris');
  });
});

describe('an answer that looks automatic', () => {
  it('is kept and does not count until a person chooses the same again', async () => {
    const { versions, organisationIds } = await createMonth();
    const [{ deliveries, dispatchId }] = versions;
    const [deliveryId] = deliveries;
    const [kept] = await say(deliveryId, 'received', { suspicion: 'it came at once' });
    expect(kept).toMatchObject({ suspicion: 'it came at once', confirmedAt: null });
    expect(await findRollUp(hub, dispatchId, organisationIds[0])).toMatchObject({
      choice: null,
      acknowledgedAt: null,
    });
    await expect(confirm(hub, { deliveryId, choice: 'acting' })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await confirm(hub, { deliveryId, choice: 'received' })).toHaveLength(1);
    expect(await confirm(hub, { deliveryId, choice: 'received' })).toHaveLength(0);
    expect((await findRollUp(hub, dispatchId, organisationIds[0]))?.choice).toBe('received');
  });

  it('does not take away what a person said', async () => {
    const { versions, organisationIds } = await createMonth();
    const [{ deliveries, dispatchId }] = versions;
    await say(deliveries[0], 'acting');
    await say(deliveries[0], 'does not apply', { suspicion: 'a program' });
    expect((await findRollUp(hub, dispatchId, organisationIds[0]))?.choice).toBe('acting');
  });
});

describe('an answer on the phone', () => {
  it('names who spoke to whom, and replaces what that contact said', async () => {
    const { versions, organisationIds, contacts } = await createMonth();
    const [{ versionId, deliveries, dispatchId }] = versions;
    await say(deliveries[0], 'call us');
    const call = { versionId, organisationIds, contactId: contacts[0], operatorId };
    const [row] = await acknowledgeOnBehalf(hub, { ...call, choice: 'acting', saidBy: 'Karim' });
    expect(row).toMatchObject({ origin: 'phone', saidBy: 'Karim', enteredBy: operatorId });
    expect((await findRollUp(hub, dispatchId, organisationIds[0]))?.choice).toBe('acting');
    const [entry] = await hub.sql`SELECT actor FROM audit_entries ORDER BY id DESC LIMIT 1`;
    expect(entry?.actor).toBe(`operator:${operatorId}`);
  });

  it('is refused for another organisation and from somebody who only looks on', async () => {
    const [mine, other] = [await createMonth(), await createMonth()];
    const { versionId } = mine.versions[0];
    const call = {
      versionId,
      choice: 'acting' as const,
      saidBy: 'Karim',
      organisationIds: mine.organisationIds,
    };
    await expect(
      acknowledgeOnBehalf(hub, { ...call, contactId: other.contacts[0], operatorId }),
    ).rejects.toMatchObject({ code: 'invalid' });
    const auditor = await createOperator(hub, 'Otto', ['auditor']);
    await expect(acknowledgeOnBehalf(hub, { ...call, operatorId: auditor })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a recount', () => {
  it('agrees with whatever was said above, and finds a roll-up that lies', async () => {
    expect(await recountAnswers(hub)).toEqual([]);
    const spoilt = await hub.sql`
    UPDATE organisation_dispatches SET choice = CASE choice WHEN 'acting' THEN NULL ELSE 'acting'::choice END
    WHERE (dispatch_id, organisation_id) IN (SELECT d.dispatch_id, a.organisation_id
      FROM acknowledgements a JOIN deliveries d ON d.id = a.delivery_id WHERE a.suspicion IS NULL)`;
    expect(await recountAnswers(hub)).toHaveLength(spoilt.count);
  });
});
