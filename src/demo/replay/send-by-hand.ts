import { dispatchByHand } from '../../fanout/dispatch-by-hand.ts';
import { preview } from '../../fanout/preview.ts';
import type { DispatchMoment } from '../month/moment.ts';
import { advance, minutesFrom } from './advance.ts';
import type { Stage } from './stage.ts';

/** Sends a published version by hand, to an audience of the officer's choice. Dewi looks first who will receive it. */
export async function sendByHand(stage: Stage, moment: DispatchMoment, at: Date): Promise<void> {
  const { hub, staff, audiences, versions } = stage;
  const { of, reason, to, roles = [], request, requestedBy, conditions, hours, note } = moment;
  const versionId = versions.get(of);
  if (versionId === undefined) throw new Error(`Version ${of} was not published yet.`);
  await advance(hub, at);
  const whom = {
    audienceId: audiences[to],
    roles,
    channelRule: 'every' as const,
    pointerAbove: true,
  };
  const seen = await preview(hub, { versionId, reason, byHand: whom, operatorId: staff.Dewi });
  await dispatchByHand(hub, {
    ...whom,
    versionId,
    reason,
    previewId: seen.previewId,
    ...(note && { coveringNote: note }),
    ...(request && { requestKind: request }),
    ...(requestedBy && { requestedBy }),
    ...(conditions && { conditions }),
    ...(hours && { deadlineAt: minutesFrom(at, hours * 60) }),
    operatorId: staff.Dewi,
  });
}
