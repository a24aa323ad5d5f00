import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { FailureRows } from '../../../../templates/console/watch/failures.tsx';
import { ProgressRows } from '../../../../templates/console/watch/progress-table.tsx';
import { HubError } from '../../../errors.ts';
import type { CallerEnv } from '../../caller.ts';
import { pulseOf, type Snapshot } from './pulse.ts';

/**
 * How long one connection lasts, in ms. The browser comes back by itself and has to be let in again: whoever signed out
 * hears no more within this time.
 */
const term = 30_000;
/** Keeps what stands between from taking a quiet connection for a dead one, in ms. */
const heartbeat = 10_000;
/** Dispatches that one page follows. */
const most = 200;

/** Server-sent events: the parts of a page that changed, as the hub writes them, at most once a second. */
export function showLive(c: Context<CallerEnv>) {
  const pulse = pulseOf(c.get('hub'));
  if (pulse.isFull())
    throw new HubError(
      'too_many',
      'Too many people watch through this process: load the page again.',
    );
  const ids = readIds(c.req.query('ids') ?? '');
  const language = c.get('language');
  // A proxy that collects answers would hold the events back.
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const ended = Promise.withResolvers<void>();
    const shown = new Map<string, string>();
    const show = (event: string, data: string) => {
      if (shown.get(event) === data) return;
      shown.set(event, data);
      void stream.writeSSE({ event, data });
    };
    const leave = pulse.listen(ids, (snapshot) => {
      show('progress', String(<ProgressRows {...snapshot} language={language} />));
      show('failures', String(<FailureRows {...snapshot} language={language} />));
      if (isOver(snapshot)) show('finished', 'finished');
    });
    const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeat);
    const over = setTimeout(ended.resolve, term);
    stream.onAbort(ended.resolve);
    await stream.write('retry: 1000\n\n');
    await ended.promise;
    leave();
    clearInterval(beat);
    clearTimeout(over);
  });
}

const readIds = (list: string) =>
  list
    .split(',')
    .filter((id) => /^\d{1,9}$/.test(id))
    .slice(0, most)
    .map(Number);

/** Nothing will change any more. */
export const isOver = ({ dispatches }: Snapshot) =>
  dispatches.every(({ finishedAt }) => finishedAt !== null);
