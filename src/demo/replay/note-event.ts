import { recordEvent } from '../../advisory/record-event.ts';
import type { EventMoment } from '../month/moment.ts';
import type { Stage } from './stage.ts';

/** Notes for the chronology what happened outside; what comes before the advisory waits until there is one. */
export async function noteEvent(stage: Stage, event: EventMoment & { at: string }): Promise<void> {
  const { hub, staff, advisoryId, unrecorded } = stage;
  if (advisoryId === null) {
    unrecorded.push(event);
    return;
  }
  await recordEvent(hub, {
    advisoryId,
    what: event.what,
    happenedAt: new Date(event.happened),
    learnedAt: new Date(event.at),
    source: event.source,
    operatorId: staff.Dewi,
  });
}
