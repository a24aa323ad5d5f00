import type { MessageEntity } from 'grammy/types';
import type { Chat, Run } from '../channel.ts';

/** A text and how it is set; offsets count UTF-16 units, as JavaScript's strings do. */
export type Text = { text: string; entities: MessageEntity[] };

/** What one message of Telegram holds. */
export const mostText = 4096;
/** Telegram ignores what is set beyond this. */
const mostEntities = 100;

const words = { nl: '… (ingekort)', en: '… (shortened)' };

/** Lays out the runs, cut at what a message holds, with the way to the whole text as the last line. */
export function cut({ runs, more }: Pick<Chat, 'runs' | 'more'>, language: 'nl' | 'en'): Text {
  const link: Run[] = more ? [{ text: '\n\n' }, { text: more.title, url: more.url }] : [];
  const whole = layOut([...runs, ...link]);
  if (whole.text.length <= mostText) return whole;
  const tail: Run[] = [{ text: `\n${words[language]}` }, ...link];
  const room = mostText - lengthOf(tail);
  return layOut([...shorten(runs, room), ...tail]);
}

const lengthOf = (runs: Run[]) => runs.reduce((sum, { text }) => sum + text.length, 0);

function layOut(runs: Run[]): Text {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const run of runs) {
    const place = { offset: text.length, length: run.text.length };
    text += run.text;
    if (place.length === 0) continue;
    if (run.strong) entities.push({ ...place, type: 'bold' });
    if (run.url) entities.push({ ...place, type: 'text_link', url: run.url });
  }
  // The way to the whole text comes last and must not be the one that is ignored.
  const kept = entities.length > mostEntities ? entities.slice(0, mostEntities - 1) : entities;
  const last = entities.at(-1);
  return { text, entities: last && kept.length < entities.length ? [...kept, last] : kept };
}

/** As much as fits, up to the end of a word where there is one, and never half a character. */
function shorten(runs: Run[], room: number): Run[] {
  const kept: Run[] = [];
  let left = room;
  for (const run of runs) {
    if (run.text.length <= left) {
      kept.push(run);
      left -= run.text.length;
      continue;
    }
    kept.push({ ...run, text: atWord(run.text, left) });
    break;
  }
  return kept;
}

function atWord(text: string, length: number): string {
  const piece = text.slice(0, length);
  const end = piece.search(/\s\S*$/u);
  const word = end > length - 100 && end > 0 ? piece.slice(0, end) : piece;
  // A high surrogate at the end has lost its other half.
  return word.replace(/[\uD800-\uDBFF]$/, '').trimEnd();
}
