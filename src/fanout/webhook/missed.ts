import type { Sql } from '../../database/connect.ts';

/** How the reason begins for an address that led nowhere when the audience was frozen. */
export const outOfUse = 'the address does not work: ';

/**
 * What a machine was meant to be told and did not take, over `deliveries d`: in all the time of trying, or because it was out
 * of use and nothing else stood in the way (what does comes first in the record).
 */
export const missed = (sql: Sql) => sql`
  (d.channel = 'webhook' AND (d.state = 'failed' OR (d.state = 'skipped' AND d.detail LIKE ${`${outOfUse}%`})))`;
