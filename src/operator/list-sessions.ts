import type { Sql } from '../database/connect.ts';
import { sessionTerm } from './session.ts';

/** Somebody's browser that is signed in. */
export type OpenSession = {
  id: number;
  operatorId: number;
  createdAt: Date;
  /** To the minute. */
  lastUsedAt: Date;
  userAgent: string;
};

/** An operator's sessions that still open something, the newest first. */
export async function listSessions(sql: Sql, operatorId: number): Promise<OpenSession[]> {
  return sql<OpenSession[]>`
    SELECT id, operator_id, created_at, updated_at AS last_used_at, coalesce(user_agent, '') AS user_agent
    FROM   sessions
    WHERE  operator_id = ${operatorId} AND expires_at > clock_timestamp()
    AND    updated_at > clock_timestamp() - ${sessionTerm.idleSeconds} * interval '1 second'
    ORDER  BY id DESC`;
}
