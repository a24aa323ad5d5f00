import { approveWithdrawal } from '../../advisory/approve-withdrawal.ts';
import { withdraw } from '../../advisory/withdraw.ts';
import { preview } from '../../fanout/preview.ts';
import type { WithdrawalMoment } from '../month/moment.ts';
import { advance, minutesFrom } from './advance.ts';
import { mail } from './mail.ts';
import { publishVersion } from './publish-issue.ts';
import type { Stage } from './stage.ts';

/** Publishes an advisory that turns out to be a mistake, and withdraws it: Dewi asks for that, Pieter approves. */
export async function withdrawMistake(
  stage: Stage,
  moment: WithdrawalMoment & { at: string },
): Promise<void> {
  const { hub, staff } = stage;
  const { trackingId, issue, statement, hours } = moment;
  const at = new Date(moment.at);
  let versionId = 0;
  await mail(stage, { ...moment, stands: true }, async () => {
    const draft = { trackingId, issue, cves: [] };
    versionId = (await publishVersion(stage, draft, at)).versionId;
  });
  await stage.world.press('received');
  const withdrawnAt = minutesFrom(at, hours * 60);
  const later = { ...moment, at: withdrawnAt.toISOString(), stands: false };
  await mail(stage, later, async () => {
    await advance(hub, minutesFrom(withdrawnAt, -10));
    await withdraw(hub, { versionId, statement, operatorId: staff.Dewi });
    const asked = { versionId, operatorId: staff.Pieter };
    const { previewId } = await preview(hub, { ...asked, reason: 'withdrawal' });
    await advance(hub, withdrawnAt);
    await approveWithdrawal(hub, { ...asked, previewId });
  });
}
