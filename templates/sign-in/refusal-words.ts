import type { Language } from '../../src/advisory/language.ts';

/** Sentences as verbs say them, and the same in Dutch; `$1` is what the first bracket caught. */
export type Sentences = readonly [RegExp, string][];

/** What the verbs of operators and of partners' machines say. */
const ofOperators: Sentences = [
  [/^Use at least (\d+) characters\.$/, 'Gebruik ten minste $1 tekens.'],
  [/^Use at most (\d+) characters\.$/, 'Gebruik hoogstens $1 tekens.'],
  [/^Do not use your own name or address\.$/, 'Gebruik niet uw eigen naam of adres.'],
  [/^Use more different characters\.$/, 'Gebruik meer verschillende tekens.'],
  [/^Choose another password\.$/, 'Kies een ander wachtwoord.'],
  [/^This is not the same password\.$/, 'Dit is niet hetzelfde wachtwoord.'],
  [/^This is not your password\.$/, 'Dit is niet uw wachtwoord.'],
  [/^The address or the password is not right\.$/, 'Het adres of het wachtwoord klopt niet.'],
  [/^Too many attempts: wait (\d+) seconds\.$/, 'Te veel pogingen: wacht $1 seconden.'],
  [/^This code is not right, or was used already\.$/, 'Deze code klopt niet, of is al gebruikt.'],
  [
    /^This is not the code that the authenticator shows now\.$/,
    'Dit is niet de code die de authenticator nu toont.',
  ],
  [/^This took too long: sign in again\.$/, 'Dit duurde te lang: meld u opnieuw aan.'],
  [
    /^This page was open for too long: begin again\.$/,
    'Deze pagina stond te lang open: begin opnieuw.',
  ],
  [/^This e-mail address has an account already\.$/, 'Dit e-mailadres heeft al een account.'],
  [/^This account has exactly these roles already\.$/, 'Dit account heeft precies deze rollen al.'],
  [
    /^Another administrator than the one who asked has to approve\.$/,
    'Een andere beheerder dan de aanvrager moet dit goedkeuren.',
  ],
  [
    /^The administrator who asked recovered this account within the last 30 days: a third one has to approve\.$/,
    'De aanvrager heeft dit account de laatste 30 dagen hersteld: een derde beheerder moet dit goedkeuren.',
  ],
  [/^This request was \w+ already\.$/, 'Over deze aanvraag is al beslist.'],
  [
    /^Another administrator has to disable your own account\.$/,
    'Uw eigen account moet een andere beheerder uitschakelen.',
  ],
  [
    /^Ask another administrator to recover your own account\.$/,
    'Vraag een andere beheerder om uw eigen account te herstellen.',
  ],
  [
    /^This account is disabled: enable it first\.$/,
    'Dit account is uitgeschakeld: schakel het eerst in.',
  ],
  [
    /^Let the key end in the future, within (\d+) days\.$/,
    'Laat de sleutel in de toekomst aflopen, binnen $1 dagen.',
  ],
  [
    /^This key opens nothing any more: make a new one\.$/,
    'Deze sleutel opent niets meer: maak een nieuwe.',
  ],
  [/^This is not after since\.$/, 'Dit is niet later dan het begin.'],
  [
    /^This webhook is disabled: take it into use again first\.$/,
    'Deze webhook is buiten gebruik: neem hem eerst weer in gebruik.',
  ],
  [
    /^It is still on its way, was not meant to go, was withdrawn, or is above what may go there now\.$/,
    'Het is nog onderweg, was niet voor hem bedoeld, is ingetrokken of ligt boven wat er nu heen mag.',
  ],
  [
    /^Send at most (\d+) test events in ten minutes\.$/,
    'Stuur hoogstens $1 testberichten in tien minuten.',
  ],
  [/^Say what the key is for\.$/, 'Zeg waar de sleutel voor is.'],
  [/^A key can do no more than its owner, .*$/, 'Een sleutel kan niet meer dan de eigenaar ervan.'],
];

/** A sentence of the operators' verbs, or of others, in the reader's language; one that is not known stays as it is. */
export function refusalIn(
  language: Language,
  sentence: string,
  dutch: Sentences = ofOperators,
): string {
  if (language === 'en') return sentence;
  const known = dutch.find(([english]) => english.test(sentence));
  return known ? sentence.replace(known[0], known[1]) : sentence;
}
