import type { Advisory } from '../../../src/advisory/advisory.ts';
import type { Moment as Happening } from '../../../src/advisory/chronology.ts';
import type { Notice } from '../../../src/advisory/notice.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Chronology } from './show/chronology.tsx';
import { Notices } from './show/notices.tsx';
import { type Story, VersionCard } from './show/version-card.tsx';
import { type ShowWords, showWords } from './show-words.ts';

type ShowPageProps = {
  frame: Frame;
  advisory: Advisory;
  /** What stands beside each version, by its id. */
  stories: ReadonlyMap<number, Story>;
  chronology: readonly Happening[];
  notices: readonly Notice[];
};

/** One advisory: its versions with what can be done with each, what happened around it, its notices. */
export function ShowPage({ frame, advisory, stories, chronology, notices }: ShowPageProps) {
  const { language } = frame;
  const w = showWords[language];
  const { trackingId, versions } = advisory;
  const title = versions[0]?.content.texts[language].title ?? '';
  return (
    <ConsoleFrame {...frame} title={trackingId} here="advisories">
      <p>
        <a href="/console/advisories">{w.all}</a>
      </p>
      <h1>{trackingId}</h1>
      <p>
        <strong>{title}</strong>
      </p>
      <Ways advisory={advisory} frame={frame} w={w} />
      <h2>{w.versions}</h2>
      {versions.map((version, index) => (
        <VersionCard
          version={version}
          before={versions[index + 1]}
          story={stories.get(version.id)}
          frame={frame}
        />
      ))}
      <Chronology moments={chronology} advisory={advisory} frame={frame} />
      <Notices notices={notices} trackingId={trackingId} frame={frame} />
    </ConsoleFrame>
  );
}

/** Where else this advisory is told of, and the way to its next version. */
function Ways({ advisory, frame, w }: { advisory: Advisory; frame: Frame; w: ShowWords }) {
  const { trackingId, versions } = advisory;
  const path = `/console/advisories/${trackingId}`;
  const [newest] = versions;
  const published = versions.find(({ state }) => state === 'published');
  const isOver = newest?.state === 'published';
  return (
    <ul class="pages">
      {published && (
        <>
          <li>
            <a href={`${path}/board`}>{w.board}</a>
          </li>
          <li>
            <a href={`${path}/progress`}>{w.progress}</a>
          </li>
        </>
      )}
      {published?.tlp === 'CLEAR' && (
        <li>
          <a href={`/advisories/${trackingId}?language=${frame.language}`}>{w.public}</a>
        </li>
      )}
      {isOver && frame.caller.roles.includes('author') && (
        <li>
          <a href={`${path}/versions/new`}>
            {w.next} ({formatOrdinal(newest.ordinal + 1)})
          </a>
        </li>
      )}
    </ul>
  );
}
