import type { Moment } from '../month/moment.ts';
import { month, runsOnFrom } from '../month/month.ts';
import { advance } from './advance.ts';
import { mail } from './mail.ts';
import { makeCalls } from './make-calls.ts';
import { noteEvent } from './note-event.ts';
import { postNotice } from './post-notice.ts';
import { publishIssue } from './publish-issue.ts';
import { reportRelays } from './report-relays.ts';
import { reviseResponses } from './revise-responses.ts';
import { seeOff } from './see-off.ts';
import { sendByHand } from './send-by-hand.ts';
import type { Mailing, Stage } from './stage.ts';
import { playScanners, playWave, type Wave, wavesOf } from './wave.ts';
import { withdrawMistake } from './withdraw-mistake.ts';

/** Plays the month: every moment at its hour, and between them the people who answer. */
export async function replayMonth(stage: Stage): Promise<void> {
  const waiting: Wave[] = [];
  const mailings: Mailing[] = [];
  for (const moment of month) {
    await playWaves(stage, waiting, new Date(moment.at));
    const mailing = await play(stage, moment, mailings);
    if (!mailing) continue;
    mailings.push(mailing);
    await playScanners(stage, mailing);
    waiting.push(...wavesOf(mailing));
  }
  await playWaves(stage, waiting, runsOnFrom);
  await advance(stage.hub, runsOnFrom);
}

/** Plays the waves that come before a moment, the earliest first. */
async function playWaves(stage: Stage, waiting: Wave[], before: Date): Promise<void> {
  waiting.sort((one, other) => one.at.getTime() - other.at.getTime());
  while (waiting[0] && waiting[0].at < before) await playWave(stage, waiting.shift() as Wave);
}

/** The promise is the mailing that answers are expected to, or null. */
async function play(stage: Stage, moment: Moment, mailings: Mailing[]): Promise<Mailing | null> {
  const at = new Date(moment.at);
  if (moment.kind === 'version')
    return mail(stage, moment, (each) => publishIssue(stage, each, at));
  if (moment.kind === 'notice') {
    await mail(stage, moment, (each) => postNotice(stage, each, at));
    return null;
  }
  if (moment.kind === 'withdrawal') {
    await withdrawMistake(stage, moment);
    return null;
  }
  await advance(stage.hub, at);
  if (moment.kind === 'dispatch') return mail(stage, moment, (each) => sendByHand(stage, each, at));
  if (moment.kind === 'event') await noteEvent(stage, moment);
  if (moment.kind === 'calls') await makeCalls(stage, moment.of);
  if (moment.kind === 'relay reports') await reportRelays(stage, moment.of);
  if (moment.kind === 'departures') await seeOff(stage, moment, mailings);
  if (moment.kind === 'revisions') await reviseResponses(stage, mailings);
  return null;
}
