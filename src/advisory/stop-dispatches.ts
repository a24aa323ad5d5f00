import type { Sql } from '../database/connect.ts';
import { formatOrdinal } from './ordinal.ts';
import type { Version } from './version.ts';

/**
 * Stops what of older versions still waits: the newer one is on its way (promise 5). Requests stay, they want an answer.
 * Locked in order of id, so that two decisions on one advisory never wait for each other. The promise is their ids.
 */
export async function supersede(sql: Sql, version: Version): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    WITH open AS (
      SELECT d.id FROM dispatches d JOIN versions v ON v.id = d.version_id
      WHERE v.advisory_id = ${version.advisoryId} AND v.ordinal < ${version.ordinal}
        AND d.reason IN ('publication', 'repeat', 'targeted alert', 'correction')
        AND d.finished_at IS NULL AND d.stopped_at IS NULL
      ORDER BY d.id
      FOR UPDATE OF d
    )
    UPDATE dispatches d
    SET stopped_at = hub_now(), stopped_reason = ${`superseded by ${formatOrdinal(version.ordinal)}`}
    FROM open WHERE d.id = open.id
    RETURNING d.id`;
  return rows.map(({ id }) => id);
}

/** Stops everything of a version that is withdrawn, its requests too. The promise is the dispatches' ids. */
export async function stopWithdrawn(sql: Sql, version: Version): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    WITH open AS (
      SELECT id FROM dispatches
      WHERE version_id = ${version.id} AND reason <> 'withdrawal'
        AND finished_at IS NULL AND stopped_at IS NULL
      ORDER BY id
      FOR UPDATE
    )
    UPDATE dispatches d
    SET stopped_at = hub_now(), stopped_reason = ${`withdrawn: ${formatOrdinal(version.ordinal)}`}
    FROM open WHERE d.id = open.id
    RETURNING d.id`;
  return rows.map(({ id }) => id);
}
