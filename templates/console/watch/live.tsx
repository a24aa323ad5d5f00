import type { Child } from 'hono/jsx';
import type { Language } from '../../../src/advisory/language.ts';
import { scriptPath } from '../../script.ts';
import type { ConsoleFrameProps } from '../frame.tsx';
import { words } from './words.ts';

/** How often the page loads again where there is no script, in seconds. */
const pace = 5;

export type Liveness = {
  /** The dispatches that it follows. */
  ids: number[];
  /** Nothing of it changes any more. */
  over: boolean;
  /** The reader asked the page to stand still. */
  still: boolean;
  /** This page's own address, without a question. */
  path: string;
};

/** What the frame of a page does that follows dispatches: a script, or loading again without one. */
export const liveFrame = ({ over, still }: Liveness): Partial<ConsoleFrameProps> =>
  over ? {} : { scripts: [scriptPath('watch.js')], ...(!still && { refresh: pace }) };

type LiveProps = { live: Liveness; language: Language; children?: Child };

/** The part of a page that changes by itself, with the way to make it stand still (WCAG 2.2 §2.2.2). */
export function Live({ live, language, children }: LiveProps) {
  const w = words[language];
  const { ids, over, still, path } = live;
  if (over)
    return (
      <>
        <p role="status">{w.over}</p>
        {children}
      </>
    );
  return (
    <div data-live={`/console/dispatches/live?ids=${ids.join(',')}`}>
      <p role="status" data-finished={w.over} data-live-words={w.live} />
      <noscript>
        <p>
          {!still && w.refresh(pace)}{' '}
          <a href={still ? path : `${path}?refresh=off`}>
            {still ? w.startRefresh : w.stopRefresh}
          </a>
        </p>
      </noscript>
      {children}
    </div>
  );
}
