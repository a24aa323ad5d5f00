import type { Child } from 'hono/jsx';
import { ErrorSummary } from '../error-summary.tsx';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import type { Here } from '../navigation.tsx';
import { audienceWords } from './words.ts';

type Props = {
  frame: Frame;
  here: Here;
  filled: Filled;
  name: string;
  /** What follows from it, a sentence each. */
  follows: readonly Child[];
  action: string;
  back: string;
  fields: Record<string, string>;
};

const words = {
  nl: { title: 'Verwijderen', follows: 'Wat er dan gebeurt', sure: 'Ja, verwijderen' },
  en: { title: 'Remove', follows: 'What then happens', sure: 'Yes, remove' },
};

/** What removing something leads to, before it is done. */
export function RemovePage({ frame, here, filled, name, follows, action, back, fields }: Props) {
  const w = words[frame.language];
  return (
    <ConsoleFrame {...frame} title={`${w.title}: ${name}`} here={here}>
      <h1>{`${w.title}: ${name}`}</h1>
      <ErrorSummary filled={filled} language={frame.language} />
      <h2>{w.follows}</h2>
      <ul>
        {follows.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <form method="post" action={action}>
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="actions">
          <button type="submit" class="grave">
            {w.sure}
          </button>
          <a href={back}>{audienceWords[frame.language].cancel}</a>
        </p>
      </form>
    </ConsoleFrame>
  );
}
