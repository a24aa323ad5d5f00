import { beforeAll, expect, test } from 'vitest';
import { approve } from '../../src/advisory/approve.ts';
import { approveNotice } from '../../src/advisory/approve-notice.ts';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { listChronology } from '../../src/advisory/chronology.ts';
import { draft } from '../../src/advisory/draft.ts';
import { draftNotice } from '../../src/advisory/draft-notice.ts';
import { publish } from '../../src/advisory/publish.ts';
import { publishNotice } from '../../src/advisory/publish-notice.ts';
import { recordEvent } from '../../src/advisory/record-event.ts';
import { submitNotice } from '../../src/advisory/submit-notice.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { selectionSchema } from '../../src/audience/selection.ts';
import { pushClock } from '../../src/clock.ts';
import { preview } from '../../src/fanout/preview.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { exampleDraft, toPublication, toReview } from './journey.ts';
import { hirePeople, type People } from './people.ts';

let hub: TestHub;
let people: People;

const on = (day: string) => pushClock(hub, { to: new Date(`${day}T09:00:00Z`) });
const ministers = {
  office: 'Minister of Justice and Security',
  givenAt: new Date('2020-01-17T08:00:00Z'),
  means: 'consent given on the information then available',
};

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  await on('2019-12-01');
  const audienceId = await addAudience(hub, {
    name: 'central government',
    selection: selectionSchema.parse({ kinds: ['central government'] }),
    tlpCeiling: 'RED',
    operatorId: people.fatima,
  });
  await addPolicyLine(hub, {
    position: 1,
    audienceId,
    channelRule: 'every',
    operatorId: people.fatima,
  });
});

/** The press release of that day, written, approved and published. */
async function pressRelease(advisoryId: number) {
  const text = { title: 'Schakel Citrix uit waar dat kan', body: 'Het NCSC adviseert …' };
  const { id: noticeId } = await draftNotice(hub, {
    advisoryId,
    kind: 'press release',
    tlp: 'CLEAR',
    content: { nl: text, en: text },
    publishedElsewhere: [{ where: 'rijksoverheid.nl', at: '2020-01-17T20:00:00+01:00' }],
    operatorId: people.anouk,
  });
  await submitNotice(hub, { noticeId, operatorId: people.anouk });
  await approveNotice(hub, { noticeId, operatorId: people.pieter });
  await publishNotice(hub, { noticeId, operatorId: people.dewi });
}

/** The month in short, the acts in the order in which the hub heard of them. */
async function liveTheMonth(): Promise<number> {
  await on('2019-12-18');
  const { advisoryId, id: firstId } = await toPublication(hub, people);
  await toPublication(hub, people);
  await on('2020-01-17');
  const { id: versionId } = await toReview(hub, people, { advisoryId, change: 'raised' });
  await preview(hub, { versionId, operatorId: people.pieter });
  await approve(hub, { versionId, operatorId: people.pieter, consents: [ministers] });
  await publish(hub, { versionId, operatorId: people.dewi });
  await pressRelease(advisoryId);
  await on('2020-01-18');
  await recordEvent(hub, {
    advisoryId,
    what: { nl: 'Onderzoekers melden het aan Citrix.', en: 'Researchers tell Citrix.' },
    happenedAt: new Date('2019-12-06T00:00:00Z'),
    source: 'Citrix in Nieuwsuur',
    operatorId: people.dewi,
  });
  await on('2020-01-19');
  const statement = { nl: 'Achterhaald.', en: 'Overtaken.' };
  await withdraw(hub, { versionId: firstId, statement, operatorId: people.anouk });
  await preview(hub, { versionId: firstId, operatorId: people.pieter, reason: 'withdrawal' });
  await approveWithdrawal(hub, { versionId: firstId, operatorId: people.pieter });
  await draft(hub, exampleDraft(people, { advisoryId }));
  return advisoryId;
}

test('the chronology tells what happened, when, when we learned of it, and who decided', async () => {
  const moments = await listChronology(hub, await liveTheMonth());
  expect(moments.map((each) => [each.kind, each.at.toISOString().slice(0, 10)])).toEqual([
    ['event', '2019-12-06'],
    ['version', '2019-12-18'],
    ['dispatch', '2019-12-18'],
    ['version', '2020-01-17'],
    ['dispatch', '2020-01-17'],
    ['dispatch', '2020-01-17'],
    ['notice', '2020-01-17'],
    ['withdrawal', '2020-01-19'],
    ['dispatch', '2020-01-19'],
  ]);
  const [event, first, , raised, , followers, notice, withdrawal, recipients] = moments;
  expect(event).toMatchObject({
    happenedAt: new Date('2019-12-06T00:00:00Z'),
    learnedAt: expect.any(Date),
    source: 'Citrix in Nieuwsuur',
  });
  const learned = event?.kind === 'event' ? event.learnedAt.toISOString() : '';
  expect(learned.slice(0, 10)).toBe('2020-01-18');
  expect(first).toMatchObject({
    ordinal: 0,
    likelihood: 'medium',
    impact: 'high',
    title: { en: 'Vulnerability in Citrix ADC and Citrix Gateway' },
    decision: { operator: 'Pieter', breakGlass: null, consents: [] },
  });
  expect(raised).toMatchObject({
    ordinal: 1,
    decision: { operator: 'Pieter', consents: [{ ...ministers, saidBy: null }] },
  });
  expect(followers).toMatchObject({ source: 'followers', audience: null, ordinal: 1 });
  expect(notice).toMatchObject({
    noticeKind: 'press release',
    publishedElsewhere: [{ where: 'rijksoverheid.nl', at: '2020-01-17T20:00:00+01:00' }],
    decision: { operator: 'Pieter' },
  });
  expect(withdrawal).toMatchObject({ ordinal: 0, statement: { en: 'Overtaken.' } });
  expect(recipients).toMatchObject({ reason: 'withdrawal', source: 'recipients', ordinal: 0 });
});

test('of an advisory that does not exist there is none', async () => {
  await expect(listChronology(hub, 999)).rejects.toMatchObject({ code: 'not_found' });
});
