import type { Bilingual } from '../../../src/advisory/text.ts';
import type { Preview } from '../../../src/fanout/preview.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Decision, type DecisionProps } from './decision.tsx';
import { Heading } from './heading.tsx';
import { Numbers } from './numbers.tsx';
import { words } from './words.ts';

type PreviewPageProps = Omit<DecisionProps, 'language' | 'roles' | 'previewId'> & {
  frame: Frame;
  preview: Preview;
  /** Why it is withdrawn, as its recipients will read it. */
  statement?: Bilingual;
};

/** Exactly who will receive what, and what can be decided on it. */
export function PreviewPage({ frame, preview, statement, ...decision }: PreviewPageProps) {
  const { language, caller } = frame;
  const { version, withdrawing } = decision;
  const w = words[language];
  const title = withdrawing ? w.previewWithdrawal : w.preview;
  const reason = withdrawing ? '?reason=withdrawal' : '';
  return (
    <ConsoleFrame {...frame} title={`${title}: ${version.trackingId}`} here="advisories">
      <Heading title={title} version={version} language={language} />
      <p>
        <a href={`/console/versions/${version.id}/message${reason}`}>{w.message}</a>
      </p>
      {statement && <blockquote class="text">{statement[language]}</blockquote>}
      <Numbers preview={preview} language={language} />
      <h2>{w.decide}</h2>
      <Decision
        {...decision}
        language={language}
        roles={caller.roles}
        previewId={preview.previewId}
      />
    </ConsoleFrame>
  );
}
