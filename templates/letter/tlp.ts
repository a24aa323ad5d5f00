import type { Language } from '../../src/advisory/language.ts';
import type { Tlp } from '../../src/advisory/tlp.ts';

/** With whom a reader may share (FIRST TLP 2.0 §4). */
export const sharing: Record<Language, Record<Tlp, string>> = {
  nl: {
    CLEAR: 'u mag dit vrij delen',
    GREEN: 'u mag dit delen met vakgenoten en partners, niet openbaar',
    AMBER: 'deel dit alleen met wie het nodig heeft, in uw organisatie en bij uw klanten',
    'AMBER+STRICT': 'deel dit alleen met wie het nodig heeft in uw eigen organisatie',
    RED: 'dit is alleen voor u persoonlijk; deel het met niemand',
  },
  en: {
    CLEAR: 'you may share this freely',
    GREEN: 'you may share this with peers and partners, not publicly',
    AMBER: 'share this only with those who need it, in your organisation and at its clients',
    'AMBER+STRICT': 'share this only with those in your own organisation who need it',
    RED: 'this is for you personally; share it with nobody',
  },
};
