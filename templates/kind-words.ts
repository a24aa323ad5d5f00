import type { Language } from '../src/advisory/language.ts';
import type { Kind } from '../src/audience/kind.ts';

/** What the kinds of organisation are called. */
export const kindWords: Record<Language, Record<Kind, string>> = {
  nl: {
    'central government': 'Rijksoverheid',
    'vital provider': 'Vitale aanbieder',
    'information hub': 'Schakelorganisatie',
    csirt: 'CSIRT',
    regulator: 'Toezichthouder',
    partner: 'Partner',
  },
  en: {
    'central government': 'Central government',
    'vital provider': 'Vital provider',
    'information hub': 'Information hub',
    csirt: 'CSIRT',
    regulator: 'Regulator',
    partner: 'Partner',
  },
};
