import type { Context } from 'hono';
import type { CallerEnv } from '../../caller.ts';

const most = 200;

/** What a person looks for; what PostgreSQL's text cannot hold is in no name. */
export const searchOf = ({ req }: Context<CallerEnv>, name = 'search') =>
  req.query(name)?.replaceAll('\0', '').trim().slice(0, most) || undefined;

/** Where a page of a list starts: the id of the last row of the page before. */
export function afterOf({ req }: Context<CallerEnv>): number | null {
  const after = req.query('after') ?? '';
  return /^[1-9]\d{0,8}$/.test(after) ? Number(after) : null;
}

/** The pages beside this one of a list that was asked for one row more than it shows. */
export function pagesOf(c: Context<CallerEnv>, found: readonly { id: number }[], perPage: number) {
  const last = found.length > perPage ? found[perPage - 1] : undefined;
  return {
    first: afterOf(c) === null ? null : addressOf(c, null),
    next: last ? addressOf(c, last.id) : null,
  };
}

function addressOf({ req }: Context<CallerEnv>, after: number | null): string {
  const { searchParams } = new URL(req.url);
  for (const name of ['after', 'done', 'language']) searchParams.delete(name);
  if (after !== null) searchParams.set('after', String(after));
  return `${req.path}?${searchParams}`;
}
