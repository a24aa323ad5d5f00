import type { Language } from '../../language.ts';
import type { CsafDocument } from './document.ts';

/** Which of the hub's languages a document's texts are; a guess where it is in none of them, or does not say. */
export function languageOf({ document }: CsafDocument): { language: Language; isGuess: boolean } {
  const [tag] = (document.lang ?? '').toLowerCase().split('-');
  if (tag === 'nl' || tag === 'en') return { language: tag, isGuess: false };
  return { language: 'en', isGuess: true };
}
