import type { Change } from '../../change.ts';
import type { Language } from '../../language.ts';

/** What the revision history says of a version: what kind of change it was, and nothing of what it says. */
export const revisionWords: Record<Language, Record<Change | 'hidden', string>> = {
  nl: {
    first: 'Eerste versie',
    raised: 'Risico verhoogd',
    content: 'Inhoud gewijzigd',
    editorial: 'Tekst verbeterd',
    correction: 'Fout verbeterd',
    withdrawal: 'Ingetrokken',
    hidden: 'Niet in deze kring verspreid',
  },
  en: {
    first: 'First version',
    raised: 'Risk raised',
    content: 'Content changed',
    editorial: 'Wording improved',
    correction: 'Mistake corrected',
    withdrawal: 'Withdrawn',
    hidden: 'Not distributed in this circle',
  },
};
