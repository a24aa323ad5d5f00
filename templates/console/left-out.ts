import type { Language } from '../../src/advisory/language.ts';

/** How a reason begins in the ledger, and in Dutch; what follows it (a person's own words, a server's) stays as it is. */
const dutch: readonly (readonly [string, string])[] = [
  ['removed: ', 'van de lijst gehaald: '],
  ['the organisation is no longer a target', 'de organisatie hoort niet meer bij de doelgroepen'],
  ['the contact was removed', 'de contactpersoon is verwijderd'],
  ['the address does not work: ', 'het adres werkt niet: '],
  ['the address is not verified', 'het adres is niet bevestigd'],
  ['the webhook does not ask for this', 'de webhook vraagt hier niet om'],
  ['the webhook is another organisation’s', 'de webhook is van een andere organisatie'],
  ['above the ceiling for ', 'boven de grens voor '],
  ['the subscription was ended', 'het abonnement is beëindigd'],
  ['superseded by ', 'ingehaald door '],
  ['cancelled: ', 'afgebroken: '],
  ['withdrawn: ', 'ingetrokken: '],
  ['in doubt: the dispatcher went away', 'onzeker: het verzendende proces viel weg'],
  ['given up after two days: ', 'na twee dagen opgegeven: '],
  ['given up after 75 hours: ', 'na 75 uur opgegeven: '],
];

/** Why an address was left out or a message stopped, as the ledger says it, in the reader's language. */
export function reasonInWords(reason: string, language: Language): string {
  if (language === 'en') return reason;
  const [english = '', said = ''] = dutch.find(([start]) => reason.startsWith(start)) ?? [];
  return said + reason.slice(english.length);
}
