import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';

/** Checks that an audience exists and was not removed. @throws HubError invalid */
export async function requireAudience(sql: Sql, audienceId: number): Promise<void> {
  const [audience] = await sql`
    SELECT FROM audiences WHERE id = ${audienceId} AND removed_at IS NULL`;
  if (audience) return;
  const message = `There is no audience with id ${audienceId}.`;
  throw new HubError('invalid', message, [{ path: 'audienceId', message }]);
}
