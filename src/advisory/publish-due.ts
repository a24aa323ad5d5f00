import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { publish } from './publish.ts';
import type { Version } from './version.ts';

/**
 * Publishes the approved versions whose set time has come, and returns those that this process published: any number
 * of processes may try at once. One that cannot be published keeps its approval, loses its set time and is logged, so
 * that it waits for an operator instead of failing again every minute.
 */
export async function publishDue(hub: Hub): Promise<Version[]> {
  const due = await hub.sql<{ id: number }[]>`
    SELECT id FROM versions WHERE state = 'approved' AND publish_at <= hub_now()
    ORDER BY publish_at, id`;
  const published: Version[] = [];
  for (const { id: versionId } of due) {
    try {
      published.push(await publish(hub, { versionId, operatorId: 'system' }));
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      await unset(hub, versionId, error);
    }
  }
  return published;
}

/** Nothing happens when another process published it, or an operator sent it back, in the meantime. */
async function unset(hub: Hub, versionId: number, error: HubError): Promise<void> {
  await hub.sql.begin(async (sql) => {
    const still = await sql`
      UPDATE versions SET publish_at = NULL
      WHERE id = ${versionId} AND state = 'approved' AND publish_at <= hub_now()
      RETURNING id`;
    if (still.length === 0) return;
    const findings = error.findings.map(({ path }) => path);
    await record(sql, {
      actor: 'system',
      action: 'publish',
      object: `version:${versionId}`,
      result: 'failed',
      detail: { code: error.code, findings },
    });
    hub.log.error({ versionId, findings }, `not published at its set time: ${error.message}`);
  });
}
