import { channelNames } from '../command/channels.ts';
import { findDue } from '../fanout/find-due.ts';
import type { Hub } from '../hub.ts';
import type { Bindings, WakeUp } from './binding.ts';

/** Puts a wake-up into the queue of each kind that has work. One too many finds nothing to do and ends. */
export async function wakeForWork(hub: Hub, env: Bindings, why: WakeUp['why']): Promise<void> {
  const { urgent, ordinary } = await findDue(hub.sql, channelNames(hub));
  await Promise.all([urgent && env.URGENT.send({ why }), ordinary && env.ORDINARY.send({ why })]);
}
