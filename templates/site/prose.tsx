import { readProse } from '../letter/prose.ts';

/** Running text as its author typed it: paragraphs and lists; a line end stays one. */
export function Prose({ text }: { text: string }) {
  return (
    <>
      {readProse(text).map((piece) =>
        piece.kind === 'list' ? (
          <ul>
            {piece.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          <p class="text">{piece.lines.join('\n')}</p>
        ),
      )}
    </>
  );
}
