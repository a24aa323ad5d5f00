import type { Language } from '../../../src/advisory/language.ts';
import type { Selection } from '../../../src/audience/selection.ts';
import { kindWords } from '../../kind-words.ts';

const words = {
  nl: {
    nobody: 'niemand',
    all: 'alle organisaties',
    sectors: (names: string) => `in de sector ${names}`,
    listed: (n: number) => (n === 1 ? 'een met name genoemde' : `${n} met name genoemde`),
    software: 'alleen wie getroffen software gebruikt',
    public: 'het publiek',
    and: ' en ',
    or: ' of ',
  },
  en: {
    nobody: 'nobody',
    all: 'every organisation',
    sectors: (names: string) => `in the sector ${names}`,
    listed: (n: number) => (n === 1 ? 'one by name' : `${n} by name`),
    software: 'only who runs affected software',
    public: 'the public',
    and: ' and ',
    or: ' or ',
  },
};

/** Whom a selection means, in a sentence. */
export function selectionWords(selection: Selection, language: Language): string {
  const { kinds, sectors, organisationIds, software } = selection;
  const w = words[language];
  const named = kinds.map((kind) => kindWords[language][kind]).join(', ');
  const byRule = [
    named || (sectors.length > 0 && w.all),
    sectors.length > 0 && w.sectors(sectors.join(w.or)),
  ].filter(Boolean);
  const listed = organisationIds.length > 0 && w.listed(organisationIds.length);
  const groups = [byRule.join(' '), listed].filter(Boolean).join(w.and);
  const narrowed = groups && software === 'affected' ? `${groups}, ${w.software}` : groups;
  return [narrowed, selection.public && w.public].filter(Boolean).join(w.and) || w.nobody;
}
