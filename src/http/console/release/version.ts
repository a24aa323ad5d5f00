import type { Context } from 'hono';
import { findVersion, type Version } from '../../../advisory/version.ts';
import { HubError } from '../../../errors.ts';
import type { CallerEnv } from '../../caller.ts';

/** The version that the address names. @throws HubError not_found */
export function findAsked(c: Context<CallerEnv>): Promise<Version> {
  const id = c.req.param('id') ?? '';
  if (!/^\d{1,9}$/.test(id)) throw new HubError('not_found', 'There is no such version.');
  return findVersion(c.get('hub').sql, Number(id));
}
