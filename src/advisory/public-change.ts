import type { Hub } from '../hub.ts';

const changes = new WeakMap<Hub, number>();

/** Notes that this process changed what the public may see, once it is committed: what was read before is old. */
export function notePublicChange(hub: Hub): void {
  changes.set(hub, countPublicChanges(hub) + 1);
}

/** How often this process did so. */
export const countPublicChanges = (hub: Hub): number => changes.get(hub) ?? 0;
