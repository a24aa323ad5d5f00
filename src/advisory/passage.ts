import { diffSentences, diffWordsWithSpace } from 'diff';

/** A stretch of text that stayed, came or went. In order, without the removed ones, they are the new text. */
export type Passage = { kind: 'same' | 'added' | 'removed'; text: string };

// A reader is no longer helped by more edits than this, and finding them is quadratic: two unlike texts of 90 kB cost 35 ms.
const mostWords = 500;
const mostSentences = 500;

/** What changed between two texts: word by word while that reads well, else by sentence, else as a whole. */
export function listPassages(from: string, to: string): Passage[] {
  const changes =
    diffWordsWithSpace(from, to, { maxEditLength: mostWords }) ??
    diffSentences(from, to, { maxEditLength: mostSentences });
  if (!changes) {
    return [
      { kind: 'removed', text: from },
      { kind: 'added', text: to },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
