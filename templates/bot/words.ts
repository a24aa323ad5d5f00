import type { Language } from '../../src/advisory/language.ts';

const nl = {
  greeting: (name: string) =>
    `Dit is de bot van ${name}. Hij stuurt u openbare beveiligingsadviezen zodra zij verschijnen.`,
  all: 'U krijgt in deze chat alle openbare beveiligingsadviezen.',
  urgent:
    'U krijgt in deze chat alleen de urgente beveiligingsadviezen: kans en schade allebei hoog.',
  none: 'U krijgt in deze chat geen openbare beveiligingsadviezen.',
  contact:
    'Deze chat hoort bij een contactpersoon. Wat uw organisatie krijgt, komt ook hier: openbare adviezen in hun geheel, van de andere alleen dat er een klaarstaat. Wilt u dat niet meer, laat het ons dan weten.',
  linked: 'Gelukt: deze chat is nu van u als contactpersoon.',
  help: `U kunt hier op een knop drukken of dit sturen:
/alles – alle openbare adviezen
/urgent – alleen de urgente
/stop – geen adviezen meer
/laatste – de nieuwste adviezen
/english – in English
/koppel en een code – voor contactpersonen, met de code die u van ons kreeg`,
  latest: 'De nieuwste openbare adviezen:',
  nothing: 'Er zijn nog geen openbare adviezen.',
  withdrawn: 'ingetrokken',
  version: 'versie',
  badCode:
    'Deze code werkt niet. Zij is verkeerd overgenomen, verlopen of al gebruikt. Vraag ons om een nieuwe.',
  wait: 'Er zijn te veel verkeerde codes gestuurd. Probeer het later opnieuw.',
  buttons: {
    all: 'Alle adviezen',
    urgent: 'Alleen urgente',
    end: 'Geen adviezen meer',
    latest: 'De nieuwste',
    help: 'Wat kan deze bot?',
    speak: 'In English',
  },
  answered: (choice: string) => `Uw antwoord: ${choice}`,
  noAnswer: 'Dit bericht vraagt geen antwoord (meer) van deze chat.',
};

const en: typeof nl = {
  greeting: (name) =>
    `This is the bot of ${name}. It sends you public security advisories as soon as they appear.`,
  all: 'You receive all public security advisories in this chat.',
  urgent:
    'You receive only the urgent security advisories in this chat: likelihood and impact both high.',
  none: 'You receive no public security advisories in this chat.',
  contact:
    'This chat belongs to a contact. What your organisation receives comes here too: public advisories in full, of the others only that one waits. If you no longer want that, let us know.',
  linked: 'Done: this chat is now yours as a contact.',
  help: `Press a button here, or send:
/all – all public advisories
/urgent – only the urgent ones
/stop – no more advisories
/latest – the newest advisories
/nederlands – in het Nederlands
/link and a code – for contacts, with the code that we gave you`,
  latest: 'The newest public advisories:',
  nothing: 'There are no public advisories yet.',
  withdrawn: 'withdrawn',
  version: 'version',
  badCode:
    'This code does not work. It was mistyped, has expired or was used already. Ask us for a new one.',
  wait: 'Too many wrong codes were sent. Try again later.',
  buttons: {
    all: 'All advisories',
    urgent: 'Only urgent ones',
    end: 'No more advisories',
    latest: 'The newest',
    help: 'What can this bot do?',
    speak: 'In het Nederlands',
  },
  answered: (choice) => `Your answer: ${choice}`,
  noAnswer: 'This message asks no answer of this chat (any more).',
};

/** What the bot says. */
export const words: Record<Language, typeof nl> = { nl, en };
