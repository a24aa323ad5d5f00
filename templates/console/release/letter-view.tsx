import type { MessagePageProps } from './message-page.tsx';
import { words } from './message-words.ts';

/** One message: its headers, its HTML in a frame that can do nothing, and its text. */
export function LetterView({ frame, version, selection, letter, from }: MessagePageProps) {
  const w = words[frame.language];
  if (!selection || !letter) return null;
  const { recipient, query } = selection;
  return (
    <section aria-labelledby="letter">
      <h2 id="letter">{w.letter}</h2>
      <dl class="facts">
        <dt>{w.from}</dt>
        <dd>{from}</dd>
        <dt>{w.to}</dt>
        <dd>
          {recipient
            ? `${recipient.contact}, ${recipient.organisations.join(', ')} (${recipient.channel}: ${recipient.target})`
            : w.everybody}
        </dd>
        <dt>{w.subject}</dt>
        <dd lang={letter.language}>{letter.subject}</dd>
      </dl>
      <iframe
        class="letter"
        title={w.letter}
        sandbox=""
        src={`/console/versions/${version.id}/message/letter?${query}`}
      />
      <details>
        <summary>{w.text}</summary>
        <pre lang={letter.language}>{letter.text}</pre>
      </details>
    </section>
  );
}
