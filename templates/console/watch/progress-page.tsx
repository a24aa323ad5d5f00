import type { Failure } from '../../../src/fanout/list-failures.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Failures } from './failures.tsx';
import { Live, type Liveness, liveFrame } from './live.tsx';
import { type Progressing, ProgressTable } from './progress-table.tsx';
import { words } from './words.ts';

type ProgressPageProps = Progressing & {
  frame: Frame;
  trackingId: string;
  title: string;
  failures: Failure[];
  live: Liveness;
  /** The newest published version, which can be sent by hand. */
  versionId: number | null;
};

/** How the fan-out of one advisory is getting on. */
export function ProgressPage(props: ProgressPageProps) {
  const { frame, trackingId, title, dispatches, live, versionId } = props;
  const { language, caller } = frame;
  const sends = caller.roles.includes('duty officer') || caller.roles.includes('approver');
  const w = words[language];
  return (
    <ConsoleFrame
      {...frame}
      {...liveFrame(live)}
      title={`${w.progress}: ${trackingId}`}
      here="dispatches"
    >
      <h1>
        {w.progress}: {trackingId}
      </h1>
      <p class="subject">{title}</p>
      <p>
        <a href={`/console/advisories/${trackingId}/board`}>{w.board}</a>
      </p>
      {dispatches.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <Live live={live} language={language}>
          <ProgressTable {...props} language={language} />
          <Failures {...props} language={language} />
        </Live>
      )}
      {versionId !== null && sends && (
        <p>
          <a href={`/console/versions/${versionId}/send`}>{w.byHand}</a>
        </p>
      )}
    </ConsoleFrame>
  );
}

type DispatchesPageProps = Progressing & {
  frame: Frame;
  live: Liveness;
  /** The way to the dispatches before these. */
  older: string | null;
};

/** All dispatches, the newest first. */
export function DispatchesPage(props: DispatchesPageProps) {
  const { frame, dispatches, live, older } = props;
  const w = words[frame.language];
  return (
    <ConsoleFrame {...frame} {...liveFrame(live)} title={w.dispatches} here="dispatches">
      <h1>{w.dispatches}</h1>
      {dispatches.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <Live live={live} language={frame.language}>
          <ProgressTable {...props} language={frame.language} />
        </Live>
      )}
      {older && (
        <p>
          <a href={older}>{w.older}</a>
        </p>
      )}
    </ConsoleFrame>
  );
}
