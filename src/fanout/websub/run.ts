import type { Websub } from '../../channel/websub/websub.ts';
import { every } from '../../every.ts';
import type { Hub } from '../../hub.ts';
import type { Fanout } from '../run.ts';
import { endLeases } from './end-leases.ts';
import { createPool } from './pool.ts';
import { pushNews } from './push-news.ts';
import type { Topic } from './topic.ts';
import { verifyIntents } from './verify-intents.ts';

/**
 * Runs the WebSub hub of one process: asks callbacks whether they mean it, pushes what is owed, ends what ran out. Any
 * number of processes do this side by side on one database.
 */
export function runWebsub(hub: Hub, websub: Websub, topics: Topic[]): Fanout {
  const pools = {
    first: createPool(24, () => void pushing.now()),
    again: createPool(8, () => void pushing.now()),
  };
  const intents = createPool(8, () => void verifying.now());
  const verifying = every(hub, 1000, 'verify WebSub requests', () =>
    verifyIntents(hub, { websub, topics, pool: intents }),
  );
  const pushing = every(hub, 1000, 'push to WebSub subscribers', () =>
    pushNews(hub, { websub, topics, pools }),
  );
  const ending = every(hub, 60_000, 'end WebSub leases', () => endLeases(hub));
  return {
    async stop() {
      await Promise.all([verifying, pushing, ending].map((round) => round.stop()));
      await Promise.all([pools.first, pools.again, intents].map((pool) => pool.drain()));
    },
  };
}
