import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from './dice.ts';
import type { Strike } from './plan.ts';
import type { Slot } from './slot.ts';
import type { Stage } from './stage.ts';

/** Deals the blows of a round one after the other, each at its point; the promise is what was wrong with how they ended. */
export async function strikeAll(stage: Stage, strikes: Strike[], dice: Dice): Promise<string[]> {
  const findings: string[] = [];
  const recovering = new Map<unknown, Promise<void>>();
  for (const strike of strikes) {
    while ((await stage.relay.count()) < strike.after) await pause(5);
    await pause(strike.delayMs);
    const victim = victimOf(stage, strike, dice);
    // Nobody is hit who is down already.
    await (strike.blow === 'terminate all'
      ? Promise.all(recovering.values())
      : recovering.get(victim));
    const recover = await hit(stage, strike, victim, findings);
    recovering.set(victim, pause(strike.downMs).then(recover));
  }
  await Promise.all(recovering.values());
  return findings;
}

function victimOf({ hub, dispatchers }: Stage, { blow }: Strike, dice: Dice): Slot | null {
  if (blow === 'kill hub') return hub;
  if (blow === 'kill dispatcher') return dice.pick(dispatchers as [Slot, ...Slot[]]);
  return null;
}

/** The promise is how it is started again. */
async function hit(stage: Stage, { blow }: Strike, victim: Slot | null, findings: string[]) {
  if (victim) {
    await victim.kill();
    return () => victim.start();
  }
  if (blow === 'terminate all') return terminateAll(stage, findings);
  if (blow === 'restart postgres') {
    await stage.database.restart();
    return async () => {};
  }
  await stage.database.kill();
  return () => stage.database.start();
}

async function terminateAll({ hub, dispatchers, office }: Stage, findings: string[]) {
  const slots = [hub, ...dispatchers];
  for (const [index, end] of (await Promise.all(slots.map((slot) => slot.terminate()))).entries())
    if (end !== 0) findings.push(`${slots[index]?.name} was asked to stop and ended with ${end}`);
  const [left] = await office.sql`SELECT count(*) FROM deliveries WHERE state = 'sending'`;
  if (left?.count > 0) findings.push(`${left?.count} were left in sending after all had stopped`);
  return async () => {
    await Promise.all(slots.map((slot) => slot.start()));
  };
}
