import type { Change } from '../../../src/advisory/change.ts';
import type { Language } from '../../../src/advisory/language.ts';
import type { PolicyLine } from '../../../src/audience/policy-line.ts';
import { showDuration } from './duration.ts';

export const changeWords: Record<Language, Record<Change, string>> = {
  nl: {
    first: 'eerste versie',
    raised: 'risico verhoogd',
    content: 'inhoud',
    editorial: 'redactioneel',
    correction: 'correctie',
    withdrawal: 'intrekking',
  },
  en: {
    first: 'first version',
    raised: 'risk raised',
    content: 'content',
    editorial: 'editorial',
    correction: 'correction',
    withdrawal: 'withdrawal',
  },
};

export const ruleWords = {
  nl: {
    every: 'via elk werkend adres',
    preferred: 'via het voorkeursadres, bij mislukken het volgende',
  },
  en: {
    every: 'by every working address',
    preferred: 'by the preferred address, then the next when it fails',
  },
} satisfies Record<Language, Record<PolicyLine['channelRule'], string>>;

export const requestWords = {
  nl: {
    acknowledge: 'ontvangst bevestigen',
    'report back': 'terugmelden',
    'comply or explain': 'doen of uitleggen',
  },
  en: {
    acknowledge: 'acknowledge',
    'report back': 'report back',
    'comply or explain': 'comply or explain',
  },
} satisfies Record<Language, Record<NonNullable<PolicyLine['requestKind']>, string>>;

const words = {
  nl: {
    any: 'elke versie',
    risk: 'risico',
    or: ' of ',
    all: 'alle rollen',
    pointer: 'boven het plafond een verwijzing',
    nothing: 'boven het plafond niets',
    none: 'niets gevraagd',
    within: 'binnen',
    remind: 'herinnering na',
  },
  en: {
    any: 'every version',
    risk: 'risk',
    or: ' or ',
    all: 'every role',
    pointer: 'a pointer above the ceiling',
    nothing: 'nothing above the ceiling',
    none: 'nothing asked',
    within: 'within',
    remind: 'reminder after',
  },
};

type When = Pick<PolicyLine, 'risks' | 'tlps' | 'changes'>;

/** Of which versions a line speaks: `risk H/H; TLP:AMBER; first version or content`. */
export function whenWords({ risks, tlps, changes }: When, language: Language): string {
  const w = words[language];
  const parts = [
    risks.length > 0 && `${w.risk} ${risks.join(w.or)}`,
    tlps.length > 0 && tlps.map((tlp) => `TLP:${tlp}`).join(w.or),
    changes.length > 0 && changes.map((change) => changeWords[language][change]).join(w.or),
  ].filter(Boolean);
  return parts.join('; ') || w.any;
}

/** How it goes: by which addresses, to which roles, and what above the ceiling. */
export function howWords(line: PolicyLine, language: Language): string {
  const w = words[language];
  const roles = line.roles.length > 0 ? line.roles.join(', ') : w.all;
  const above = line.pointerAbove ? w.pointer : w.nothing;
  return `${roles}; ${ruleWords[language][line.channelRule]}; ${above}`;
}

/** What is asked, by when, and when somebody is reminded. */
export function askedWords(line: PolicyLine, language: Language): string {
  const w = words[language];
  if (!line.requestKind) return w.none;
  const show = (minutes: number) => showDuration(minutes, language);
  const parts = [
    requestWords[language][line.requestKind],
    line.deadlineMinutes !== null && `${w.within} ${show(line.deadlineMinutes)}`,
    line.reminderMinutes.length > 0 && `${w.remind} ${line.reminderMinutes.map(show).join(', ')}`,
  ].filter(Boolean);
  return parts.join('; ');
}
