import { ConsoleFrame, type Frame } from '../frame.tsx';
import { accountWords } from './words.ts';

/** A key that was just made: this once. */
export function KeyPage({ frame, secret }: { frame: Frame; secret: string }) {
  const w = accountWords[frame.language];
  return (
    <ConsoleFrame {...frame} title={w.made} here="account">
      <h1>{w.made}</h1>
      <p class="banner">{w.keep}</p>
      <p>
        <code>{secret}</code>
      </p>
      <p>
        {w.use} <code>Authorization: Bearer {secret.slice(0, 8)}…</code>
      </p>
      <p>
        <a href="/console/account">{w.back}</a>
      </p>
    </ConsoleFrame>
  );
}
