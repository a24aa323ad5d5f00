import type { Standing } from '../../../src/acknowledgement/board-filter.ts';
import type { CellState } from '../../../src/acknowledgement/cell.ts';
import type { Choice, ResponseStatus } from '../../../src/acknowledgement/choice.ts';
import type { PhoneReason } from '../../../src/acknowledgement/why-phone.ts';
import type { Language } from '../../../src/advisory/language.ts';
import type { Affectedness } from '../../../src/audience/software.ts';

const nl = {
  board: 'Bord',
  phoneList: 'Bellijst',
  nobody: 'Er hoeft niemand gebeld te worden.',
  why: 'Reden',
  organisation: 'Organisatie',
  software: 'Software',
  contacts: 'Wie te bellen, op volgorde',
  noContact: 'geen contactpersoon bekend',
  noNumber: 'geen nummer bekend',
  lost: 'kreeg geen bericht',
  totals: 'Stand per soort organisatie',
  sectors: 'Stand per sector',
  everyone: 'Samen',
  everySector: 'alle sectoren',
  everyKind: 'alle soorten',
  kind: 'Soort',
  sector: 'Sector',
  noSector: 'zonder sector',
  show: 'Tonen',
  perOrganisation: 'Stand per organisatie',
  shown: (from: number, to: number, all: number) => `${from} tot en met ${to} van ${all}`,
  withdrawn: 'ingetrokken',
  heard: (heard: number, audience: number) => `${heard} van ${audience} bereikt`,
  answered: 'antwoord',
  toReach: 'onbereikt',
  calls: 'bel ons',
  owing: 'reactie open',
  owes: 'reactie gevraagd',
  absent: 'niet gericht aan',
  advisory: 'Het advies',
  progress: 'De verspreiding',
  responses: 'Antwoorden op verzoeken',
  state: 'Stand bij de nieuwste versie',
  anyState: 'elke stand',
  search: 'Naam van de organisatie',
  filter: 'Filter',
  none: 'Geen organisatie gevonden: kies een ander filter.',
  nobodyYet: 'Nog niemand is iets gestuurd.',
  previous: 'Vorige',
  next: 'Volgende',
  csv: 'Als CSV',
  json: 'Als JSON',
  wholeList: (n: number) => `De hele bellijst (${n})`,
  call: 'Gesprek invoeren',
  callOf: (name: string) => `Gesprek invoeren: ${name}`,
  reached: 'Aangekomen of beantwoord',
};

const en: typeof nl = {
  board: 'Board',
  phoneList: 'Phone list',
  nobody: 'Nobody has to be phoned.',
  why: 'Why',
  organisation: 'Organisation',
  software: 'Software',
  contacts: 'Whom to call, in order',
  noContact: 'no contact known',
  noNumber: 'no number known',
  lost: 'got no message',
  totals: 'By kind of organisation',
  sectors: 'By sector',
  everyone: 'Together',
  everySector: 'all sectors',
  everyKind: 'all kinds',
  kind: 'Kind',
  sector: 'Sector',
  noSector: 'no sector',
  show: 'Show',
  perOrganisation: 'By organisation',
  shown: (from: number, to: number, all: number) => `${from} to ${to} of ${all}`,
  withdrawn: 'withdrawn',
  heard: (heard: number, audience: number) => `${heard} of ${audience} reached`,
  answered: 'answered',
  toReach: 'unreached',
  calls: 'call us',
  owing: 'response due',
  owes: 'response asked',
  absent: 'not addressed',
  advisory: 'The advisory',
  progress: 'The fan-out',
  responses: 'Responses to requests',
  state: 'State at the newest version',
  anyState: 'any state',
  search: 'Name of the organisation',
  filter: 'Filter',
  none: 'No organisation was found: choose another filter.',
  nobodyYet: 'Nobody was sent anything yet.',
  previous: 'Previous',
  next: 'Next',
  csv: 'As CSV',
  json: 'As JSON',
  wholeList: (n: number) => `The whole phone list (${n})`,
  call: 'Enter a call',
  callOf: (name: string) => `Enter a call: ${name}`,
  reached: 'Arrived or answered',
};

export const words: Record<Language, typeof nl> = { nl, en };

export const stateWords: Record<Language, Record<Exclude<CellState, 'acknowledged'>, string>> = {
  nl: { open: 'onderweg', reached: 'bereikt', unreached: 'onbereikt', stopped: 'gestopt' },
  en: { open: 'under way', reached: 'reached', unreached: 'unreached', stopped: 'stopped' },
};

/** Choices and responses in a word or two: a board has many. */
export const choiceWords: Record<Language, Record<Choice, string>> = {
  nl: { received: 'ontvangen', acting: 'bezig', 'does not apply': 'n.v.t.', 'call us': 'bel ons' },
  en: { received: 'received', acting: 'acting', 'does not apply': 'n/a', 'call us': 'call us' },
};
export const responseWords: Record<Language, Record<ResponseStatus, string>> = {
  nl: {
    'not affected': 'niet getroffen',
    'measures taken': 'maatregelen',
    'switched off': 'uitgeschakeld',
    patched: 'bijgewerkt',
    explain: 'legt uit',
  },
  en: {
    'not affected': 'not affected',
    'measures taken': 'measures',
    'switched off': 'switched off',
    patched: 'patched',
    explain: 'explains',
  },
};

export const reasonWords: Record<Language, Record<PhoneReason, string>> = {
  nl: {
    unreached: 'Niemand bereikt',
    'contact unreached': 'Contactpersoon onbereikt',
    'call us': 'Vraagt om een telefoontje',
    silent: 'Stil na de gevraagde tijd',
  },
  en: {
    unreached: 'Nobody reached',
    'contact unreached': 'A contact unreached',
    'call us': 'Asked for a call',
    silent: 'Silent past the deadline',
  },
};

export const affectednessWords: Record<Language, Record<Affectedness, string>> = {
  nl: { affected: 'kwetsbaar', 'cannot tell': 'onbekend', 'not affected': 'niet kwetsbaar' },
  en: { affected: 'affected', 'cannot tell': 'cannot tell', 'not affected': 'not affected' },
};

export const standingWords: Record<Language, Record<Standing, string>> = {
  nl: {
    unreached: 'onbereikt',
    silent: 'bereikt, geen antwoord',
    overdue: 'te laat met een antwoord',
    'call us': 'vraagt om een telefoontje',
    acknowledged: 'heeft geantwoord',
    owing: 'reactie gevraagd, niet gegeven',
    'under way': 'onderweg',
    stopped: 'gestopt',
  },
  en: {
    unreached: 'unreached',
    silent: 'reached, no answer',
    overdue: 'late with an answer',
    'call us': 'asked for a call',
    acknowledged: 'answered',
    owing: 'response asked, not given',
    'under way': 'under way',
    stopped: 'stopped',
  },
};
