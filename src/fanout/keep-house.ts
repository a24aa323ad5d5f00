import type { Hub } from '../hub.ts';
import { reap } from './reap.ts';
import { finish, sweep } from './sweep.ts';

/** Takes back what was lost, ends what was stopped, closes what is done; `goOn` is asked between two sweeps. */
export async function keepHouse(hub: Hub, goOn: () => boolean = () => true): Promise<void> {
  do await reap(hub);
  while ((await sweep(hub)) > 0 && goOn());
  await finish(hub.sql);
}
