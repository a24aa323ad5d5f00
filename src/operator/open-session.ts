import type { Hub } from '../hub.ts';
import { authOf } from './auth.ts';

/**
 * Opens a session for an operator who proved who they are, and returns its token. It asks for nothing: the demo and
 * tests sign people in by it.
 */
export async function openSession(hub: Hub, operatorId: number, userAgent = ''): Promise<string> {
  await hub.sql`
    DELETE FROM sessions WHERE operator_id = ${operatorId} AND expires_at < clock_timestamp()`;
  const { internalAdapter } = await authOf(hub).$context;
  const { token } = await internalAdapter.createSession(String(operatorId), false, { userAgent });
  return token;
}
