import type { Context } from 'hono';
import { fromLocal } from '../../../../templates/console/local-time.ts';
import type { EntryFilter } from '../../../audit/list-entries.ts';
import type { CallerEnv } from '../../caller.ts';

/** What the address of the audit's page asks for. */
export function readFilter(c: Context<CallerEnv>): EntryFilter {
  const text = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 200);
  const filter = { actor: text('actor'), action: text('action'), object: text('object') };
  return { ...filter, from: fromLocal(text('from')), to: fromLocal(text('to')) };
}

/** The same as the address of another page says it. */
export function queryOf(c: Context<CallerEnv>): URLSearchParams {
  const names = ['actor', 'action', 'object', 'from', 'to'];
  const asked = names.flatMap((name) => {
    const value = c.req.query(name);
    return value ? [[name, value]] : [];
  });
  return new URLSearchParams(asked);
}
