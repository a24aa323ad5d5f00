import type { Context } from 'hono';
import { isDone } from '../../../templates/console/done.ts';
import type { Frame } from '../../../templates/console/frame.tsx';
import { listBreakGlass } from '../../advisory/list-break-glass.ts';
import { listPaused } from '../../fanout/list-paused.ts';
import type { CallerEnv } from '../caller.ts';

/** What every page of the console shows of its request; its alarms are asked for anew each time. */
export async function openFrame(c: Context<CallerEnv>): Promise<Frame> {
  const { sql } = c.get('hub');
  const [paused, unseen] = await Promise.all([listPaused(sql), listBreakGlass(sql)]);
  const done = c.req.query('done') ?? '';
  return {
    language: c.get('language'),
    paths: { nl: addressIn(c, 'nl'), en: addressIn(c, 'en') },
    caller: c.get('caller'),
    done: isDone(done) ? done : undefined,
    alarms: [
      ...unseen.map((approval) => ({ kind: 'break-glass' as const, ...approval })),
      ...paused.map((dispatch) => ({ kind: 'paused' as const, ...dispatch })),
    ],
  };
}

/** This address in another language; after a form that was refused it is the form's own page. */
function addressIn({ req }: Context<CallerEnv>, language: string): string {
  const { pathname, searchParams } = new URL(req.url);
  searchParams.delete('done');
  searchParams.set('language', language);
  return `${pathname}?${searchParams}`;
}
