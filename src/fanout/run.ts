import type { Channel } from '../channel/channel.ts';
import { every } from '../every.ts';
import type { Hub } from '../hub.ts';
import type { Links } from './composer.ts';
import { startDispatcher } from './dispatcher.ts';
import { expandNext } from './expand.ts';
import { keepHouse } from './keep-house.ts';
import { sendConfirmations } from './send-confirmations.ts';
import { sendTestMails } from './test-mail/send.ts';
import { startReplays } from './webhook/send-replays.ts';
import { tendWebhooks } from './webhook/tend.ts';

export type Fanout = { stop(): Promise<void> };

export type Rounds = Fanout & {
  /** Looks at once, because of what somebody did. */
  hear(what: string): void;
  /** Whether nothing that it claimed is left to be sent or written down. */
  isIdle(): boolean;
};

/**
 * Runs the fan-out of one process: expands what was decided, dispatches what is due, takes back what was lost, ends what
 * was stopped. Any number of processes do this side by side on one database.
 */
export async function runFanout(hub: Hub, channels: Channel[], links: Links): Promise<Fanout> {
  const rounds = startRounds(hub, channels, links);
  // A NOTIFY says that something was decided, expanded, resumed or cancelled; rounds find it by themselves if it is lost.
  const listening = await hub.sql.listen('fanout', rounds.hear).catch((error) => {
    hub.log.error({ err: error }, 'nobody can be heard yet; postgres.js tries again');
    return null;
  });
  return {
    async stop() {
      const stopped = rounds.stop();
      await listening?.unlisten().catch(() => {
        // The database is away: there is nobody to tell.
      });
      await stopped;
    },
  };
}

/** The same for where nobody can listen: it finds its work by looking. */
export function startRounds(hub: Hub, channels: Channel[], links: Links): Rounds {
  const dispatcher = startDispatcher(hub, channels, links);
  let stopping = false;
  // A million addresses take seconds to expand: Urgent has a round of its own and does not wait for them.
  const expanding = [{ maxPriority: 0 }, {}].map((which) =>
    every(hub, 1000, 'expand', async () => {
      while (!stopping && (await expandNext(hub, which)) !== null) await dispatcher.wake();
    }),
  );
  const keeping = every(hub, 1000, 'keep house', () => keepHouse(hub, () => !stopping));
  const testing = every(hub, 1000, 'send test mails', () => sendTestMails(hub, channels));
  const confirming = every(hub, 1000, 'send confirmations', () =>
    sendConfirmations(hub, channels, links),
  );
  const replaying = startReplays(hub, channels, links);
  const tending = every(hub, 60_000, 'tend webhooks', () => tendWebhooks(hub, channels));
  return {
    hear(what) {
      if (what === 'replay') void replaying.now();
      if (what === 'test mail') void testing.now();
      if (what === 'confirmation') void confirming.now();
      if (what === 'pause' || what === 'cancel') dispatcher.giveBack();
      for (const round of expanding) void round.now();
      void dispatcher.wake();
    },
    isIdle: dispatcher.isIdle,
    async stop() {
      stopping = true;
      const dispatched = dispatcher.stop();
      await Promise.all(
        [...expanding, keeping, testing, confirming, replaying, tending].map((round) =>
          round.stop(),
        ),
      );
      await dispatched;
    },
  };
}
