import type { Choice, ResponseStatus } from '../../src/acknowledgement/choice.ts';
import type { Language } from '../../src/advisory/language.ts';

/** A choice as a person says it. */
export const choiceWords: Record<Language, Record<Choice, string>> = {
  nl: {
    received: 'Ontvangen: we gaan ernaar kijken',
    acting: 'We zijn ermee bezig',
    'does not apply': 'Dit geldt niet voor ons',
    'call us': 'Bel ons',
  },
  en: {
    received: 'Received: we will look at it',
    acting: 'We are acting on it',
    'does not apply': 'It does not apply to us',
    'call us': 'Call us',
  },
};

/** A response as a person says it. */
export const statusWords: Record<Language, Record<ResponseStatus, string>> = {
  nl: {
    'not affected': 'Niet getroffen',
    'measures taken': 'Maatregelen genomen',
    'switched off': 'Uitgeschakeld',
    patched: 'Bijgewerkt: de oplossing is geïnstalleerd',
    explain: 'We doen het niet, en leggen uit waarom',
  },
  en: {
    'not affected': 'Not affected',
    'measures taken': 'Measures taken',
    'switched off': 'Switched off',
    patched: 'Patched: the fix is installed',
    explain: 'We do not comply, and explain why',
  },
};

/** Why a message is not for a contact any more. */
export const notForUsReasons = ['somebody else', 'not our organisation'] as const;
export type NotForUsReason = (typeof notForUsReasons)[number];

export const notForUsWords: Record<Language, Record<NotForUsReason, string>> = {
  nl: {
    'somebody else': 'Iemand anders bij ons moet dit krijgen',
    'not our organisation': 'Onze organisatie hoort hier niet meer bij',
  },
  en: {
    'somebody else': 'Somebody else at our organisation should get this',
    'not our organisation': 'Our organisation does not belong here any more',
  },
};

const nl = {
  title: 'Uw antwoord op een bericht',
  asked: 'Laat ons weten dat dit is aangekomen',
  answered: 'Uw antwoord is bekend',
  error: 'Fout',
  advisory: 'Advies',
  subject: 'Onderwerp',
  sentTo: 'Verstuurd aan',
  standsFor: 'Namens',
  deadline: 'Antwoord gevraagd vóór',
  pointer:
    'Er ligt een advies voor u klaar. Waarover het gaat staat hier niet, net zomin als in het bericht dat u kreeg. Uw antwoord zegt alleen dat het bericht is aangekomen.',
  withdrawn: 'Dit advies is ingetrokken op',
  newer: 'Er is intussen een nieuwere versie: ',
  newerUnnamed: 'Er is intussen een nieuwer bericht verstuurd.',
  newerNote: 'Wat u hier antwoordt, geldt voor de versie hierboven en alle eerdere.',
  answer: 'Antwoord',
  noAnswer: 'nog geen antwoord',
  byPhone: 'aan de telefoon',
  through: 'bij versie',
  late: 'na de gevraagde tijd',
  response: 'Reactie op de vraag',
  colleague: 'een collega',
  change: 'Het antwoord wijzigen',
  respondAgain: 'De reactie wijzigen',
  alsoReceived: 'Alleen laten weten dat het bericht is aangekomen',
  choose: 'Wat is uw antwoord?',
  organisations: 'Voor welke organisaties geldt dit?',
  name: 'Uw naam',
  nameHint: 'Dit is een gedeeld postvak: we willen weten wie er antwoordt.',
  nameOptional: 'Uw naam, als een ander dan hierboven antwoordt (niet verplicht)',
  remark: 'Opmerking (niet verplicht)',
  send: 'Versturen',
  bait: 'Laat dit veld leeg',
  pendingTitle: 'Er kwam een antwoord binnen dat nog niet telt',
  pending: 'Het lijkt door een programma gegeven, bijvoorbeeld een mailfilter. Wat er binnenkwam:',
  confirmQuestion: 'Hebt u dit zelf geantwoord? Kies dan hetzelfde nog een keer.',
  notMe: 'Dit was ik niet',
  confirm: 'Bevestigen',
  otherAnswer: 'Zelf antwoorden',
  request: 'Wat er wordt gevraagd',
  requestBy: 'Gevraagd door',
  'report back': 'Laat weten wat u hebt gedaan.',
  'comply or explain': 'Volg het advies op, of leg uit waarom niet.',
  status: 'Wat is de stand?',
  arguments: 'Alleen als u uitlegt waarom niet: onderbouw elke voorwaarde',
  why: 'Waarom niet?',
  errors: 'Dit klopt nog niet',
  pickChoice: 'Kies een van de antwoorden.',
  pickStatus: 'Kies hoe het ervoor staat.',
  pickOrganisation: 'Kies ten minste één organisatie.',
  giveName: 'Vul uw naam in.',
  argue: (place: number) => `Onderbouw voorwaarde ${place}.`,
  argueOnly: 'Leg uit waarom niet.',
  tooLong: (most: number) => `Gebruik hier niet meer dan ${most} tekens.`,
  stale: 'De pagina stond langer dan een dag open. Kijk het na en verstuur het opnieuw.',
  again:
    'We konden niet zien dat een mens dit antwoord gaf. Het telt nog niet: kies opnieuw hoe het ervoor staat en verstuur het.',
  otherThanPending: 'Dit is iets anders dan wat er binnenkwam. Antwoord hieronder opnieuw.',
  notForUs: 'Is dit niet meer voor u?',
  notForUsNote:
    'Laat het ons weten, dan bellen we u. U wordt hiermee niet afgemeld: totdat we u hebben gesproken, blijven onze berichten komen.',
  notForUsWhy: 'Waarom is dit niet meer voor u?',
  notForUsSaid:
    'U hebt laten weten dat dit niet meer voor u is. We bellen u; tot dan blijven onze berichten komen. Gemeld op',
  pickReason: 'Kies waarom dit niet meer voor u is.',
  tooFast: 'Dat ging sneller dan iemand kan lezen. Kies het rustig nog een keer.',
};

const en: typeof nl = {
  title: 'Your answer to a message',
  asked: 'Let us know that this arrived',
  answered: 'Your answer is known',
  error: 'Error',
  advisory: 'Advisory',
  subject: 'Subject',
  sentTo: 'Sent to',
  standsFor: 'On behalf of',
  deadline: 'Please answer before',
  pointer:
    'An advisory waits for you. What it is about is not shown here, as it was not in the message that you got. Your answer says only that the message arrived.',
  withdrawn: 'This advisory was withdrawn on',
  newer: 'There is a newer version by now: ',
  newerUnnamed: 'A newer message has been sent by now.',
  newerNote: 'What you answer here holds for the version above and all before it.',
  answer: 'Answer',
  noAnswer: 'no answer yet',
  byPhone: 'on the phone',
  through: 'to version',
  late: 'after the time that was asked',
  response: 'Response to the request',
  colleague: 'a colleague',
  change: 'Change the answer',
  respondAgain: 'Change the response',
  alsoReceived: 'Only let us know that the message arrived',
  choose: 'What is your answer?',
  organisations: 'For which organisations is this?',
  name: 'Your name',
  nameHint: 'This is a shared mailbox: we want to know who answers.',
  nameOptional: 'Your name, if somebody else than above answers (optional)',
  remark: 'Remark (optional)',
  send: 'Send',
  bait: 'Leave this field empty',
  pendingTitle: 'An answer came in that does not count yet',
  pending: 'It looks as if a program gave it, a mail filter for example. What came in:',
  confirmQuestion: 'Did you answer this yourself? Then choose the same once more.',
  notMe: 'This was not me',
  confirm: 'Confirm',
  otherAnswer: 'Answer yourself',
  request: 'What is asked',
  requestBy: 'Asked by',
  'report back': 'Report what you have done.',
  'comply or explain': 'Follow the advice, or explain why not.',
  status: 'How does it stand?',
  arguments: 'Only if you explain why not: argue every condition',
  why: 'Why not?',
  errors: 'This is not right yet',
  pickChoice: 'Choose one of the answers.',
  pickStatus: 'Choose how it stands.',
  pickOrganisation: 'Choose at least one organisation.',
  giveName: 'Fill in your name.',
  argue: (place: number) => `Argue condition ${place}.`,
  argueOnly: 'Explain why not.',
  tooLong: (most: number) => `Use no more than ${most} characters here.`,
  stale: 'The page was open for more than a day. Look it over and send it again.',
  again:
    'We could not see that a person gave this answer. It does not count yet: choose again how it stands, and send it.',
  otherThanPending: 'This is something else than what came in. Answer anew below.',
  notForUs: 'Is this not for you any more?',
  notForUsNote:
    'Let us know, and we will phone you. This does not sign you off: until we have spoken, our messages keep coming.',
  notForUsWhy: 'Why is this not for you any more?',
  notForUsSaid:
    'You let us know that this is not for you any more. We will phone you; until then our messages keep coming. Said on',
  pickReason: 'Choose why this is not for you any more.',
  tooFast: 'That was faster than anyone can read. Choose once more, in your own time.',
};

/** What the page of a link says. */
export const words: Record<Language, typeof nl> = { nl, en };
export type Words = typeof nl;
