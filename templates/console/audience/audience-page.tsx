import type { Audience } from '../../../src/audience/audience.ts';
import type { Member } from '../../../src/audience/audience-members.ts';
import { ErrorSummary } from '../error-summary.tsx';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Pager } from '../pager.tsx';
import { MemberTable } from './member-table.tsx';
import { PostButton } from './post-button.tsx';
import { selectionWords } from './selection-words.ts';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    who: 'Wie',
    software:
      'Deze doelgroep wordt per versie versmald tot wie de getroffen software gebruikt. Hier staat iedereen die ervoor in aanmerking komt.',
  },
  en: {
    who: 'Who',
    software:
      'For each version this audience is narrowed to who runs the affected software. Here stands everybody whom it could mean.',
  },
};

type Props = {
  frame: Frame;
  audience: Audience;
  members: readonly Member[];
  count: number;
  pages: { first: string | null; next: string | null };
  filled: Filled;
};

/** One audience: whom it means, and who is in it now. */
export function AudiencePage({ frame, audience, members, count, pages, filled }: Props) {
  const { language, caller } = frame;
  const [w, a] = [words[language], audienceWords[language]];
  const at = `/console/audiences/${audience.id}`;
  const may = caller.roles.includes('administrator') && audience.removedAt === null;
  return (
    <ConsoleFrame {...frame} title={audience.name} here="audiences">
      <p>
        <a href="/console/audiences">
          {a.back} {a.audiences.toLowerCase()}
        </a>
      </p>
      <h1>{audience.name}</h1>
      <ErrorSummary filled={filled} language={language} />
      {audience.removedAt && <p class="banner">{a.removedNote}</p>}
      <dl class="facts">
        <dt>{w.who}</dt>
        <dd>{selectionWords(audience.selection, language)}</dd>
        <dt>{a.ceiling}</dt>
        <dd>TLP:{audience.tlpCeiling}</dd>
      </dl>
      {may && (
        <div class="actions">
          <a class="button second" href={`${at}/change`}>
            {a.change}
          </a>
          <PostButton
            action={`${at}/remove`}
            fields={{ expected: audience.revision }}
            style="second"
          >
            {a.remove}
          </PostButton>
        </div>
      )}
      {audience.selection.software === 'affected' && <p class="banner">{w.software}</p>}
      <MemberTable members={members} count={count} language={language} />
      <Pager language={language} {...pages} />
    </ConsoleFrame>
  );
}
