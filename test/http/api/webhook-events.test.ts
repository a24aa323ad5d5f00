import { expect, test } from 'vitest';
import { approveWithdrawal } from '../../../src/advisory/approve-withdrawal.ts';
import { withdraw } from '../../../src/advisory/withdraw.ts';
import { addAudience } from '../../../src/audience/audience.ts';
import { addPolicyLine } from '../../../src/audience/policy-line.ts';
import { eventTypes } from '../../../src/channel/channel.ts';
import { dispatchByHand } from '../../../src/fanout/dispatch-by-hand.ts';
import { preview } from '../../../src/fanout/preview.ts';
import { noticeToPublication, toPublication } from '../../advisory/journey.ts';
import { untilFinal } from '../../fanout/fan-out.ts';
import { openPartner, type Stage } from './partner-stage.ts';

/** Everything that a CSIRT says to a partner, by the verbs that say it: 1.00, a request, its correction, a notice, the end of it. */
async function sayEverything({ hub, people }: Stage) {
  const { pieter, dewi, fatima } = people;
  const selection = { kinds: ['vital provider' as const] };
  const all = { name: 'all', selection, tlpCeiling: 'RED' as const, operatorId: fatima };
  const audienceId = await addAudience(hub, all);
  await addPolicyLine(hub, { position: 1, audienceId, channelRule: 'every', operatorId: fatima });
  const { id: versionId, advisoryId } = await toPublication(hub, people);
  await untilFinal(hub);
  const asked = { requestKind: 'report back' as const, requestedBy: 'CIO Rijk' };
  await dispatchByHand(hub, {
    versionId,
    audienceId,
    reason: 'request',
    ...asked,
    operatorId: dewi,
  });
  await untilFinal(hub);
  const wish = { advisoryId, change: 'correction' as const, correctsVersionId: versionId };
  const corrected = await toPublication(hub, people, wish);
  await untilFinal(hub);
  const faq = { advisoryId, kind: 'FAQ' as const };
  const { id: noticeId } = await noticeToPublication(hub, people, faq);
  await dispatchByHand(hub, { noticeId, audienceId, reason: 'publication', operatorId: dewi });
  await untilFinal(hub);
  const statement = { nl: 'Het klopte niet.', en: 'It was wrong.' };
  await withdraw(hub, { versionId: corrected.id, statement, operatorId: dewi });
  const look = { versionId: corrected.id, operatorId: pieter };
  const { previewId } = await preview(hub, { ...look, reason: 'withdrawal' });
  await approveWithdrawal(hub, { ...look, previewId });
  await untilFinal(hub);
}

test('publication, request, correction, notice and withdrawal each come as an event of their own', async () => {
  const stage = await openPartner();
  await sayEverything(stage);
  const events = await stage.came(5);
  expect(events).toMatchObject([
    { type: 'test.hub.semafoor.publication', data: { version: '1.00', reason: 'publication' } },
    { type: 'test.hub.semafoor.request', data: { request: { kind: 'report back' } } },
    { type: 'test.hub.semafoor.correction', data: { version: '1.01', change: 'correction' } },
    { type: 'test.hub.semafoor.notice', data: { kind: 'FAQ' } },
    {
      type: 'test.hub.semafoor.withdrawal',
      data: { version: '1.01', statement: expect.any(String) },
    },
  ]);
  const types = events.map(({ type }) => type.split('.').at(-1));
  expect(types.toSorted()).toEqual([...eventTypes].toSorted());
});

test('who asks for notices and requests alone gets those', async () => {
  const stage = await openPartner();
  const { priya, webhookId } = stage;
  const { headers } = await priya.get(`/webhooks/${webhookId}`);
  const tag = { 'If-Match': headers.get('etag') ?? '' };
  await priya.patch(`/webhooks/${webhookId}`, { eventTypes: ['notice', 'request'] }, tag);
  await sayEverything(stage);
  const types = (await stage.came(4)).map(({ type }) => type.split('.').at(-1));
  // The request was about 1.00: who got that hears that it was corrected, and that the correction was withdrawn.
  expect(types).toEqual(['request', 'correction', 'notice', 'withdrawal']);
});
