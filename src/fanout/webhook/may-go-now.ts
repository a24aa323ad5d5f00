import type { Sql } from '../../database/connect.ts';
import type { Dispatch } from '../dispatch.ts';
import { findCeiling } from '../fall-back.ts';
import { lineFrom } from '../line.ts';
import { findTopic } from '../line-of-dispatch.ts';
import { recipients } from '../recipients.ts';
import type { Missed } from './list-missed.ts';

/**
 * Whether what was left out then would be sent today, by the same query and wall as at expansion: to the same organisation
 * and contact, past the filter as it is now, and in no narrower form than it would have had.
 */
export async function mayGoNow(sql: Sql, missed: Missed): Promise<boolean> {
  const [dispatch] = await sql<[Dispatch]>`
    SELECT * FROM dispatches WHERE id = ${missed.dispatchId}`;
  const { subject } = await findTopic(sql, dispatch);
  const line = {
    ...lineFrom('missed', 'missed', [missed]),
    pointerAbove: dispatch.pointerAbove,
    audienceCeiling: dispatch.source === 'audience' ? await findCeiling(sql, dispatch) : null,
  };
  const [now] = await sql`
    SELECT FROM (${recipients(sql, subject, [line])}) r
    WHERE r.reason IS NULL AND (r.form = 'full' OR ${missed.form === 'pointer'})`;
  return now !== undefined;
}
