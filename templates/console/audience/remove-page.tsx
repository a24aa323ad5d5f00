import type { Child } from 'hono/jsx';
import { ErrorSummary } from '../error-summary.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import type { Here } from '../navigation.tsx';
import { audienceWords } from './words.ts';

type Props = {
  frame: Frame;
  here: Here;
  /** What it is called. */
  deed?: 'remove' | 'withdraw' | 'end';
  filled: Filled;
  name: string;
  /** What follows from it, a sentence each. */
  follows: readonly Child[];
  action: string;
  back: string;
  fields: Record<string, string>;
};

const words = {
  nl: {
    follows: 'Wat er dan gebeurt',
    remove: { title: 'Verwijderen', sure: 'Ja, verwijderen' },
    withdraw: { title: 'Intrekken', sure: 'Ja, intrekken' },
    end: { title: 'Beëindigen', sure: 'Ja, beëindigen' },
  },
  en: {
    follows: 'What then happens',
    remove: { title: 'Remove', sure: 'Yes, remove' },
    withdraw: { title: 'Withdraw', sure: 'Yes, withdraw' },
    end: { title: 'End', sure: 'Yes, end' },
  },
};

/** What removing something leads to, before it is done. */
export function RemovePage(props: Props) {
  const { frame, here, deed = 'remove', filled, name, follows, action, back, fields } = props;
  const { [deed]: said, ...w } = words[frame.language];
  return (
    <ConsoleFrame {...frame} title={`${said.title}: ${name}`} here={here}>
      <h1>{`${said.title}: ${name}`}</h1>
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
        <FormFoot label={said.sure} style="grave">
          <a href={back}>{audienceWords[frame.language].cancel}</a>
        </FormFoot>
      </form>
    </ConsoleFrame>
  );
}
