import type { Language } from '../../src/advisory/language.ts';
import type { Chat } from '../../src/channel/channel.ts';
import { choiceWords } from '../acknowledge/words.ts';
import type { Reader } from './reader.ts';

const order = ['received', 'acting', 'does not apply', 'call us'] as const;

/** What a contact may answer with one press, in the order of its own page; the public is asked nothing. */
export function choicesFor({ owner, language }: Reader): Chat['choices'] {
  return owner === 'contact' ? order.map((value) => choiceOf(value, language)) : [];
}

const choiceOf = (value: (typeof order)[number], language: Language) => ({
  title: choiceWords[language][value],
  value,
});
