import type { Choice } from '../choice.ts';

/** What a first line may say, letter for letter: a choice that is read into a sentence would be the hub's, not theirs. */
const said: Record<string, Choice> = {
  ontvangen: 'received',
  received: 'received',
  'ontvangen we gaan ernaar kijken': 'received',
  'received we will look at it': 'received',
  'wij ondernemen actie': 'acting',
  'we ondernemen actie': 'acting',
  'wij zijn ermee bezig': 'acting',
  'we zijn ermee bezig': 'acting',
  'acting on it': 'acting',
  'we are acting on it': 'acting',
  'dit geldt niet voor ons': 'does not apply',
  'geldt niet voor ons': 'does not apply',
  'niet op ons van toepassing': 'does not apply',
  'dit is niet op ons van toepassing': 'does not apply',
  'niet van toepassing': 'does not apply',
  'it does not apply to us': 'does not apply',
  'does not apply to us': 'does not apply',
  'this does not apply to us': 'does not apply',
  'bel ons': 'call us',
  'bel ons alstublieft': 'call us',
  'call us': 'call us',
  'please call us': 'call us',
};

/** The choice that the first line of an answer is, word for word, or null. */
export function saidChoice(text: string): Choice | null {
  const [first = ''] = text.split('\n');
  const words = first
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  return Object.hasOwn(said, words) ? (said[words] ?? null) : null;
}
