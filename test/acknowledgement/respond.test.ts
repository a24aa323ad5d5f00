import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../src/acknowledgement/acknowledge.ts';
import { reportRelay } from '../../src/acknowledgement/relay-report.ts';
import { type RespondInput, respond } from '../../src/acknowledgement/respond.ts';
import { createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { createDelivery, createDispatch, createIssue, findRollUp } from '../support/ledger.ts';

const hub = await openTestHub();
const conditions = ['Gevolgen', 'Monitoring', 'Quarantaine'].map((nl) => ({
  nl,
  en: `${nl} (en)`,
}));

let series = 0;
async function createRequest(requestKind: 'comply or explain' | 'report back' | 'acknowledge') {
  const versionId = await createIssue(hub, { trackingId: `NCSC-2020-${++series}` });
  const ministry = await createOrganisation(hub, {
    name: `Ministry ${series}`,
    kind: 'central government',
  });
  const contactId = await createContact(hub, { name: 'Karim', organisationIds: [ministry] });
  const sent = { contactId, organisationIds: [ministry] };
  const published = await createDispatch(hub, { versionId });
  const first = await createDelivery(hub, { dispatchId: published, ...sent });
  const deadlineAt = new Date('2999-01-01');
  const dispatchId = await createDispatch(hub, {
    versionId,
    reason: 'request',
    requestKind,
    conditions,
    deadlineAt,
  });
  const deliveryId = await createDelivery(hub, { dispatchId, ...sent });
  return { versionId, ministry, published, first, dispatchId, deliveryId };
}

const answer = (input: Pick<RespondInput, 'deliveryId' | 'status'> & Partial<RespondInput>) =>
  respond(hub, { origin: 'link', provenance: {}, ...input });

describe('a response', () => {
  it('is an acknowledgement too, in the same transaction', async () => {
    const { deliveryId, dispatchId, published, ministry } = await createRequest('report back');
    await answer({ deliveryId, status: 'patched' });
    expect(await findRollUp(hub, dispatchId, ministry)).toMatchObject({
      responseStatus: 'patched',
      choice: 'acting',
    });
    expect(await findRollUp(hub, published, ministry)).toMatchObject({
      responseStatus: null,
      choice: 'acting',
    });
  });

  it('says "does not apply" for who is not affected, and leaves "call us" alone', async () => {
    const one = await createRequest('report back');
    await answer({ deliveryId: one.deliveryId, status: 'not affected' });
    expect((await findRollUp(hub, one.dispatchId, one.ministry))?.choice).toBe('does not apply');
    const two = await createRequest('report back');
    await hub.sql`UPDATE organisation_dispatches SET choice = NULL WHERE dispatch_id = ${two.dispatchId}`;
    await acknowledge(hub, {
      deliveryId: two.first,
      choice: 'call us',
      origin: 'link',
      provenance: {},
    });
    await answer({ deliveryId: two.deliveryId, status: 'patched' });
    expect((await findRollUp(hub, two.dispatchId, two.ministry))?.choice).toBe('call us');
  });

  it('that explains argues every condition, and nothing is half stored', async () => {
    const { deliveryId, dispatchId, ministry } = await createRequest('comply or explain');
    await expect(
      answer({ deliveryId, status: 'explain', explanation: ['Patients', ' '] }),
    ).rejects.toMatchObject({
      code: 'invalid',
      findings: [{ path: 'explanation.1' }, { path: 'explanation.2' }],
    });
    expect(await hub.sql`SELECT FROM responses WHERE dispatch_id = ${dispatchId}`).toHaveLength(0);
    const explanation = ['Patients', 'A watch day and night', 'A network of its own'];
    await answer({ deliveryId, status: 'explain', explanation });
    expect((await findRollUp(hub, dispatchId, ministry))?.responseStatus).toBe('explain');
  });

  it('can be revised; the history stays, the first moment too', async () => {
    const { deliveryId, dispatchId, ministry } = await createRequest('comply or explain');
    await answer({ deliveryId, status: 'measures taken' });
    const first = await findRollUp(hub, dispatchId, ministry);
    await answer({ deliveryId, status: 'switched off' });
    await answer({ deliveryId, status: 'switched off' });
    expect(await findRollUp(hub, dispatchId, ministry)).toMatchObject({
      responseStatus: 'switched off',
      respondedAt: first?.respondedAt,
    });
    const history =
      await hub.sql`SELECT status FROM responses WHERE dispatch_id = ${dispatchId} ORDER BY id`;
    expect(history.map((row) => row.status)).toEqual(['measures taken', 'switched off']);
  });

  it('is refused where only an acknowledgement was asked', async () => {
    const { deliveryId } = await createRequest('acknowledge');
    await expect(answer({ deliveryId, status: 'patched' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('a relay report', () => {
  it('is taken from a hub that was sent the version, and from nobody else', async () => {
    const { versionId, dispatchId, ministry } = await createRequest('report back');
    const eline = await createOrganisation(hub, { name: 'Hub', kind: 'information hub' });
    const report = {
      versionId,
      organisationId: eline,
      passedOnTo: 300,
      actor: `organisation:${eline}`,
    };
    await expect(reportRelay(hub, report)).rejects.toMatchObject({ code: 'forbidden' });
    const contactId = await createContact(hub, { name: 'Eline', organisationIds: [eline] });
    await createDelivery(hub, { dispatchId, contactId, organisationIds: [eline] });
    expect(await reportRelay(hub, { ...report, counts: { patched: 200 } })).toBeGreaterThan(0);
    await expect(reportRelay(hub, { ...report, counts: { patched: 301 } })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(reportRelay(hub, { ...report, organisationId: ministry })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
