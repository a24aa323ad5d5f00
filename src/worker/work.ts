import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { chain } from '../audit/chain.ts';
import type { Dial } from '../channel/email/relay.ts';
import { channelsOf, linksOf } from '../command/channels.ts';
import { findDue } from '../fanout/find-due.ts';
import { keepHouse } from '../fanout/keep-house.ts';
import { startRounds } from '../fanout/run.ts';
import type { Hub } from '../hub.ts';

/** How long one invocation begins new work, in ms; Workers end it after 30 s of processor. */
const patienceMs = 20_000;
/** How often it is asked whether all is done, in ms. */
const lookMs = 250;

/** TLS from the first byte is begun as such: workerd cannot secure a socket that is being read already. */
const dial: Dial = ({ host, port, secure }) =>
  secure ? connectTls({ host, port, servername: host }) : connect({ host, port });

/**
 * Runs the fan-out until nothing is due, or the invocation has worked long enough: somebody else goes on then. It claims
 * by priority, whatever it was woken for.
 */
export async function work(hub: Hub): Promise<void> {
  const until = performance.now() + patienceMs;
  const channels = channelsOf(hub, { dial });
  const fanout = startRounds(hub, channels, linksOf(hub));
  const names = channels.map(({ name }) => name);
  const isDue = async () => Object.values(await findDue(hub.sql, names)).includes(true);
  try {
    do await new Promise((resolve) => setTimeout(resolve, lookMs));
    while (performance.now() < until && (!fanout.isIdle() || (await isDue())));
  } finally {
    await fanout.stop();
    await Promise.all(channels.map((channel) => channel.close()));
  }
  await keepHouse(hub);
  await chain(hub);
}
