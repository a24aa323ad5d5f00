import type { DropReason } from '../../../src/acknowledgement/inbound/drop-reason.ts';
import type { Outcome } from '../../../src/acknowledgement/inbound/outcome.ts';
import type { Language } from '../../../src/advisory/language.ts';

type Outcomes = Record<Outcome['outcome'], string>;

const nl = {
  title: 'Post die terugkwam',
  about:
    'Meldingen van mailservers, antwoorden en afmeldingen. Van de post zelf wordt niets bewaard.',
  sums: (days: number) => `Wat ervan werd in de laatste ${days} dagen`,
  became: 'Wat het werd',
  why: 'Waarom',
  messages: 'Berichten',
  last: 'Laatste dag',
  noSums: 'Er kwam niets terug.',
  dropped: 'Wat niets veranderde',
  droppedAbout:
    'De nieuwste 50. Antwoordde iemand vanaf een ander adres, bel dan wie het bericht kreeg.',
  when: 'Wanneer',
  whose: 'Op een bericht aan',
  dispatch: 'Verspreiding',
  reader: 'een abonnee',
  unknown: 'niemand',
  noDropped: 'Alles wat terugkwam is gebruikt.',
  outcomes: {
    delivered: 'Aangekomen',
    bounced: 'Teruggestuurd',
    noted: 'Genoteerd',
    acknowledged: 'Bevestigd',
    doubted: 'Twijfel: telt nog niet',
    unsubscribed: 'Afgemeld',
    dropped: 'Niet gebruikt',
    early: 'Te vroeg: komt nog eens',
  } satisfies Outcomes as Outcomes,
  reasons: {
    'not one of our addresses': 'niet aan een adres van ons',
    'not a message': 'geen leesbaar bericht',
    'no report': 'geen melding, op het adres voor meldingen',
    'unreadable report': 'een melding die niets zegt',
    'no such delivery': 'het bericht waarover het gaat is er niet',
    'settled already': 'de levering was al afgerond',
    'nothing to answer': 'dat bericht vroeg geen antwoord',
    'from another address': 'beantwoord vanaf een ander adres',
    'null sender': 'automatisch: zonder afzender',
    'a report': 'een melding, op het adres voor antwoorden',
    'auto-submitted': 'automatisch: zegt het zelf',
    precedence: 'automatisch: massapost',
    'marked as automatic': 'automatisch: zo gemerkt',
    'from a program': 'automatisch: van een programma',
    'no subscription': 'er is geen abonnement om te beëindigen',
    'ended already': 'het abonnement was al beëindigd',
  } satisfies Record<DropReason, string> as Record<string, string>,
};
const en: typeof nl = {
  title: 'Mail that came back',
  about:
    'Reports of mail servers, answers and unsubscriptions. Of the mail itself nothing is kept.',
  sums: (days: number) => `What became of it in the last ${days} days`,
  became: 'What it became',
  why: 'Why',
  messages: 'Messages',
  last: 'Last day',
  noSums: 'Nothing came back.',
  dropped: 'What changed nothing',
  droppedAbout:
    'The newest 50. Where somebody answered from another address, phone whoever got the message.',
  when: 'When',
  whose: 'On a message to',
  dispatch: 'Dispatch',
  reader: 'a subscriber',
  unknown: 'nobody',
  noDropped: 'All that came back was used.',
  outcomes: {
    delivered: 'Arrived',
    bounced: 'Bounced',
    noted: 'Noted',
    acknowledged: 'Acknowledged',
    doubted: 'Doubted: does not count yet',
    unsubscribed: 'Unsubscribed',
    dropped: 'Not used',
    early: 'Too early: comes again',
  },
  reasons: {
    'not one of our addresses': 'not to an address of ours',
    'not a message': 'no readable message',
    'no report': 'no report, at the address for reports',
    'unreadable report': 'a report that says nothing',
    'no such delivery': 'the message that it is about is not there',
    'settled already': 'the delivery was settled before',
    'nothing to answer': 'that message asked for no answer',
    'from another address': 'answered from another address',
    'null sender': 'automatic: without a sender',
    'a report': 'a report, at the address for answers',
    'auto-submitted': 'automatic: it says so itself',
    precedence: 'automatic: bulk mail',
    'marked as automatic': 'automatic: marked so',
    'from a program': 'automatic: from a program',
    'no subscription': 'there is no subscription to end',
    'ended already': 'the subscription had ended before',
  },
};

/** What is said of the mail that came back. */
export const returnedMailWords: Record<Language, typeof nl> = { nl, en };
