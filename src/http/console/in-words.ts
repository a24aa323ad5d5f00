import type { Filled } from '../../../templates/console/filled.ts';
import { refusalIn, type Sentences } from '../../../templates/sign-in/refusal-words.ts';
import type { Language } from '../../advisory/language.ts';

/** A refused form with what the operators' verbs, or others, said of it in the reader's language. */
export function inWords(
  language: Language,
  { message, findings, ...rest }: Filled,
  dutch?: Sentences,
): Filled {
  const said = message === undefined ? findings : [{ path: '', message }, ...findings];
  return {
    ...rest,
    findings: said.map(({ path, message }) => ({
      path,
      message: refusalIn(language, message, dutch),
    })),
  };
}
