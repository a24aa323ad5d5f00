import { recountAnswers } from '../acknowledgement/recount-answers.ts';
import type { Config } from '../config.ts';
import { verify } from '../fanout/verify.ts';
import { exitCodes } from './exit-code.ts';
import { answer, withHub } from './run.ts';

/** Recounts ledger and answers and prints every number that does not agree; sets exit code 1 when one does not. */
export async function verifyLedger(config: Config, options: { json?: boolean }): Promise<void> {
  await withHub(config, async (hub) => {
    const counts = await verify(hub);
    const answers = await recountAnswers(hub);
    const wrong = counts.length + answers.length;
    answer({ agrees: wrong === 0, counts, answers }, options, [
      ...counts.map(({ what, dispatchId, organisationId, state, recorded, counted }) => {
        const whose = organisationId === null ? '' : ` of organisation ${organisationId}`;
        return `dispatch ${dispatchId}: ${what}${whose} ${state} is ${recorded}, the ledger has ${counted}`;
      }),
      ...answers.map(
        ({ dispatchId, organisationId }) =>
          `dispatch ${dispatchId}: the roll-up of organisation ${organisationId} shows another answer than was given`,
      ),
      wrong === 0
        ? 'Totals, roll-ups and answers agree with the ledger.'
        : `${wrong} numbers disagree.`,
    ]);
    if (wrong > 0) process.exitCode = exitCodes.refused;
  });
}
