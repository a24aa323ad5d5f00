import { approveNotice } from '../../advisory/approve-notice.ts';
import { draftNotice } from '../../advisory/draft-notice.ts';
import { publishNotice } from '../../advisory/publish-notice.ts';
import { submitNotice } from '../../advisory/submit-notice.ts';
import { dispatchByHand } from '../../fanout/dispatch-by-hand.ts';
import type { NoticeMoment } from '../month/moment.ts';
import { advance, minutesFrom } from './advance.ts';
import type { Stage } from './stage.ts';

/** Publishes a notice: Mees writes it, Pieter approves, Dewi publishes it and mails it to whom it is meant for. */
export async function postNotice(stage: Stage, moment: NoticeMoment, at: Date): Promise<void> {
  const { hub, staff, audiences, advisoryId } = stage;
  const { title, body } = moment;
  await advance(hub, minutesFrom(at, -20));
  const { id: noticeId } = await draftNotice(hub, {
    ...(advisoryId !== null && { advisoryId }),
    kind: moment.notice,
    tlp: 'CLEAR',
    content: {
      nl: { title: title.nl, body: body.nl },
      en: { title: title.en, body: body.en },
    },
    publishedElsewhere: moment.publishedElsewhere.map((where) => ({
      where,
      at: at.toISOString(),
    })),
    operatorId: staff.Mees,
  });
  await submitNotice(hub, { noticeId, operatorId: staff.Mees });
  await approveNotice(hub, { noticeId, operatorId: staff.Pieter });
  await advance(hub, at);
  await publishNotice(hub, { noticeId, operatorId: staff.Dewi });
  for (const group of moment.mailTo)
    await dispatchByHand(hub, {
      noticeId,
      audienceId: audiences[group],
      reason: 'publication',
      channelRule: 'preferred',
      operatorId: staff.Dewi,
    });
}
