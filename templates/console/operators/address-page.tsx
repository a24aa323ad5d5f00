import { ConsoleFrame, type Frame } from '../frame.tsx';
import { operatorWords } from './words.ts';

type Props = {
  frame: Frame;
  kind: 'invitation' | 'recovery';
  name: string;
  url: string;
  /** Its roles are not given yet. */
  waiting?: boolean;
};

/** A one-time address for somebody else: shown this once, to be handed over. */
export function AddressPage({ frame, kind, name, url, waiting = false }: Props) {
  const w = operatorWords[frame.language];
  return (
    <ConsoleFrame {...frame} title={w.handOver} here="operators">
      <h1>{w.handOver}</h1>
      <p>
        {kind === 'invitation' ? w.invitation : w.recoveryFor} {name}:
      </p>
      <p>
        <code>{url}</code>
      </p>
      <p class="banner">{w.once(kind === 'invitation' ? 7 : 1)}</p>
      {waiting && <p>{w.waiting}</p>}
      <p>
        <a href="/console/operators">{w.back}</a>
      </p>
    </ConsoleFrame>
  );
}
