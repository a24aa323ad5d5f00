import { publishDue } from './advisory/publish-due.ts';
import { warnOfEndingKeys } from './audience/warn-of-ending-keys.ts';
import { chain } from './audit/chain.ts';
import { keepHouse } from './fanout/keep-house.ts';
import type { Hub } from './hub.ts';
import { answer } from './worker/answer.ts';
import type { Bindings } from './worker/binding.ts';
import { openForInvocation } from './worker/open.ts';
import { wakeForWork } from './worker/wake.ts';
import { work } from './worker/work.ts';

/** The hub on Cloudflare Workers: the same app, the same ledger, woken by queues where Node listens. */
export default {
  fetch: answer,

  /** A wake-up of either queue. */
  queue: (_batch: unknown, env: Bindings) =>
    withHub(env, async (hub) => {
      await work(hub);
      await wakeForWork(hub, env, 'more');
    }),

  /** Each minute, also when no wake-up came or one was lost. */
  scheduled: (_event: unknown, env: Bindings) =>
    withHub(env, async (hub) => {
      await publishDue(hub);
      await keepHouse(hub);
      await warnOfEndingKeys(hub);
      await chain(hub);
      await wakeForWork(hub, env, 'round');
    }),
};

async function withHub(env: Bindings, act: (hub: Hub) => Promise<void>): Promise<void> {
  const hub = await openForInvocation(env);
  try {
    await act(hub);
  } finally {
    await hub.close();
  }
}
