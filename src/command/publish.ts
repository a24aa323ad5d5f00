import { findAdvisory } from '../advisory/advisory.ts';
import { publish } from '../advisory/publish.ts';
import { nameOf } from '../advisory/version.ts';
import type { Config } from '../config.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { findActing } from './acting.ts';
import { answer, withHub } from './run.ts';
import { lineOf } from './status.ts';
import { listStatuses } from './take-status.ts';
import { watch } from './watch.ts';

export type PublishOptions = { as: string; watch?: boolean; json?: boolean };

/** Publishes the approved version of an advisory; with `watch` it stays until all of its dispatches are at rest. */
export async function publishApproved(
  config: Config,
  trackingId: string,
  options: PublishOptions,
): Promise<void> {
  await withHub(config, async (hub) => {
    const { id: operatorId } = await findActing(hub, options.as);
    const versionId = await findApproved(hub, trackingId);
    const version = await publish(hub, { versionId, operatorId });
    const ids = await listDispatchIds(hub, versionId);
    const dispatches = options.watch ? await watch(hub, ids) : await listStatuses(hub, { ids });
    answer({ version: nameOf(version), publishedAt: version.publishedAt, dispatches }, options, [
      `${nameOf(version)} is published; ${ids.length} dispatches.`,
      ...dispatches.map(lineOf),
    ]);
  });
}

async function findApproved({ sql }: Hub, trackingId: string): Promise<number> {
  const { versions } = await findAdvisory(sql, trackingId);
  const approved = versions.find(({ state }) => state === 'approved');
  if (approved) return approved.id;
  const [newest] = versions;
  throw new HubError(
    'conflict',
    `${trackingId} has no approved version${newest ? `: ${nameOf(newest)} is ${newest.state}` : ''}.`,
  );
}

async function listDispatchIds({ sql }: Hub, versionId: number): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    SELECT id FROM dispatches WHERE version_id = ${versionId} ORDER BY position, id`;
  return rows.map(({ id }) => id);
}
