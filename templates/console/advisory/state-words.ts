import type { Language } from '../../../src/advisory/language.ts';
import type { State } from '../../../src/advisory/state.ts';

/** What the states of a version or notice are called. */
export const stateWords: Record<Language, Record<State, string>> = {
  nl: {
    draft: 'concept',
    'in review': 'ter beoordeling',
    approved: 'goedgekeurd',
    published: 'gepubliceerd',
  },
  en: { draft: 'draft', 'in review': 'in review', approved: 'approved', published: 'published' },
};
