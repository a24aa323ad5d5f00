import { hashOf } from '../database/hash.ts';
import type { Hub } from '../hub.ts';
import type { Operator } from './operator.ts';
import { sessionTerm } from './session.ts';

/** Somebody who is signed in, and the session by which they are. */
export type Session = { sessionId: number; operator: Operator };

/**
 * Whose session this token is, or null: unknown, ended, too old, unused for too long, or of a disabled account. That it
 * was used is noted once a minute, so that reading pages writes little.
 */
export async function findSession({ sql }: Hub, token: string): Promise<Session | null> {
  const [row] = await sql<(Operator & { sessionId: number })[]>`
    WITH live AS (
      SELECT id, operator_id FROM sessions
      WHERE  token = ${hashOf(token)}
      AND    expires_at > clock_timestamp()
      AND    updated_at > clock_timestamp() - ${sessionTerm.idleSeconds} * interval '1 second'
    ), used AS (
      UPDATE sessions SET updated_at = clock_timestamp()
      FROM   live
      WHERE  sessions.id = live.id AND sessions.updated_at < clock_timestamp() - interval '1 minute'
    )
    SELECT live.id AS session_id, o.*
    FROM   live JOIN operators o ON o.id = live.operator_id
    WHERE  o.disabled_at IS NULL`;
  if (!row) return null;
  const { sessionId, ...operator } = row;
  return { sessionId, operator };
}
