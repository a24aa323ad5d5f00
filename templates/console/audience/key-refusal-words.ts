import type { Sentences } from '../../sign-in/refusal-words.ts';

/** What is said of a key that will not do, and the same in Dutch. */
export const keyRefusals: Sentences = [
  [
    /^This is a SECRET key\. .*$/,
    'Dit is een GEHEIME sleutel. Er is niets bewaard, maar hij is niet meer alleen van de eigenaar: vraag die hem meteen in te trekken en een nieuwe te maken. Vraag om de openbare sleutel.',
  ],
  [
    /^This key cannot be used\. It cannot be read: .*$/,
    'Deze sleutel is niet te gebruiken. Hij is niet te lezen: geef één openbare sleutel, als blok tekst (ASCII-armored).',
  ],
  [
    /^This key cannot be used\. There is more than one key in it: .*$/,
    'Deze sleutel is niet te gebruiken. Er zit meer dan één sleutel in: geef er één.',
  ],
  [
    /^This key cannot be used\. It was revoked\.$/,
    'Deze sleutel is niet te gebruiken. Hij is ingetrokken.',
  ],
  [
    /^This key cannot be used\. It ended on (\S+)\.$/,
    'Deze sleutel is niet te gebruiken. Hij is verlopen op $1.',
  ],
  [
    /^This key cannot be used\. It has no key to encrypt with .*$/,
    'Deze sleutel is niet te gebruiken. Er zit geen sleutel in waarmee vandaag versleuteld kan worden.',
  ],
  [
    /^This key cannot be used\. It is weak: RSA of (\d+) bits, where at least (\d+) are needed\.$/,
    'Deze sleutel is niet te gebruiken. Hij is zwak: RSA van $1 bits, waar er ten minste $2 nodig zijn.',
  ],
  [
    /^This key cannot be used\. It is weak: (\S+) is no longer trusted\.$/,
    'Deze sleutel is niet te gebruiken. Hij is zwak: $1 wordt niet meer vertrouwd.',
  ],
  // The library's own words, which it has in English alone.
  [
    /^This key cannot be used\. It does not hold: (.*)\.$/,
    'Deze sleutel is niet te gebruiken. Hij klopt niet: $1.',
  ],
];
