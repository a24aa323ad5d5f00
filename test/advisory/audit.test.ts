import { expect, test } from 'vitest';
import { approve } from '../../src/advisory/approve.ts';
import { approveNotice } from '../../src/advisory/approve-notice.ts';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { draft } from '../../src/advisory/draft.ts';
import { draftNotice } from '../../src/advisory/draft-notice.ts';
import { edit } from '../../src/advisory/edit.ts';
import { publish } from '../../src/advisory/publish.ts';
import { publishNotice } from '../../src/advisory/publish-notice.ts';
import { recordEvent } from '../../src/advisory/record-event.ts';
import { sendBack } from '../../src/advisory/send-back.ts';
import { submit } from '../../src/advisory/submit.ts';
import { submitNotice } from '../../src/advisory/submit-notice.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { preview } from '../../src/fanout/preview.ts';
import { openTestHub } from '../support/hub.ts';
import { exampleDraft } from './journey.ts';
import { hirePeople } from './people.ts';

const remark = 'Name the vendor, says Anouk’s neighbour.';
const bilingual = { nl: 'Het klopt niet.', en: 'It is wrong.' };
const text = { title: 'Nieuws', body: 'Er is een advies.' };

test('every act leaves one row of who did what, and none repeats what was written', async () => {
  const hub = await openTestHub();
  const people = await hirePeople(hub);
  const anouk = { operatorId: people.anouk };
  const pieter = { operatorId: people.pieter };
  const dewi = { operatorId: people.dewi };
  const { id: versionId, advisoryId } = await draft(hub, exampleDraft(people));
  await submit(hub, { versionId, ...anouk });
  await sendBack(hub, { versionId, remark, ...pieter });
  await edit(hub, { versionId, revision: 1, tlp: 'GREEN', ...anouk });
  await submit(hub, { versionId, ...anouk });
  await approve(hub, { versionId, ...pieter });
  await publish(hub, { versionId, ...dewi });
  await withdraw(hub, { versionId, statement: bilingual, ...dewi });
  await preview(hub, { versionId, reason: 'withdrawal', ...pieter });
  await approveWithdrawal(hub, { versionId, ...pieter });
  const happenedAt = new Date('2020-01-11T00:00:00Z');
  const event = { advisoryId, what: bilingual, happenedAt, source: 'Citrix', ...dewi };
  await recordEvent(hub, event);
  const content = { nl: text, en: text };
  const { id: noticeId } = await draftNotice(hub, { kind: 'FAQ', tlp: 'CLEAR', content, ...anouk });
  await submitNotice(hub, { noticeId, ...anouk });
  await approveNotice(hub, { noticeId, ...pieter });
  await publishNotice(hub, { noticeId, ...dewi });

  const entries = await hub.sql<{ actor: string; action: string; object: string }[]>`
    SELECT actor, action, object, detail::text FROM audit_entries WHERE actor <> 'system' ORDER BY id`;
  const name = { [people.anouk]: 'Anouk', [people.pieter]: 'Pieter', [people.dewi]: 'Dewi' };
  const told = entries.map(
    ({ actor, action, object }) =>
      `${name[Number(actor.split(':')[1])]}: ${action} ${object.split(':')[0]}`,
  );
  expect(told).toEqual([
    'Anouk: draft version',
    'Anouk: submit version',
    'Pieter: send back version',
    'Anouk: edit version',
    'Anouk: submit version',
    'Pieter: approve version',
    'Dewi: publish version',
    'Dewi: withdraw version',
    'Pieter: preview version',
    'Pieter: approve withdrawal version',
    'Dewi: record event',
    'Anouk: draft notice',
    'Anouk: submit notice',
    'Pieter: approve notice',
    'Dewi: publish notice',
  ]);
  const written = JSON.stringify(entries);
  for (const said of [remark, bilingual.en, text.body, 'Citrix']) {
    expect(written).not.toContain(said);
  }
});
