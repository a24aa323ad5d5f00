import { ConsoleFrame, type Frame } from '../frame.tsx';
import type { Here } from '../navigation.tsx';
import { accountWords } from './words.ts';

type Props = { frame: Frame; secret: string; here: Here; back: { href: string; label: string } };

/** A key that was just made: this once. */
export function KeyPage({ frame, secret, here, back }: Props) {
  const w = accountWords[frame.language];
  return (
    <ConsoleFrame {...frame} title={w.made} here={here}>
      <h1>{w.made}</h1>
      <p class="banner">{w.keep}</p>
      <p>
        <code>{secret}</code>
      </p>
      <p>
        {w.use} <code>Authorization: Bearer {secret.slice(0, 8)}…</code>
      </p>
      <p>
        <a href={back.href}>{back.label}</a>
      </p>
    </ConsoleFrame>
  );
}
