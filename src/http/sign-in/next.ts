import type { Context } from 'hono';

/** Where a sign-in goes on to: the page of the console that was asked for, and nothing outside it. */
export function nextOf({ req }: Pick<Context, 'req'>): string {
  const next = req.query('next') ?? '';
  return /^\/console([/?][\x21-\x7e]*)?$/.test(next) && !/[\\]/.test(next) ? next : '/console';
}

/** Another page on the way in, which still knows where to. */
export function onTheWay(c: Pick<Context, 'req'>, page: string): string {
  const language = c.req.query('language');
  const query = new URLSearchParams({ next: nextOf(c), ...(language && { language }) });
  return `${page}?${query}`;
}
