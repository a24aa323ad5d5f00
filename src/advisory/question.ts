import type { Bilingual } from './text.ts';

/** A question of the risk matrix: what is asked, and what each answer counts for. */
export type Question = {
  key: string;
  text: Bilingual;
  answers: readonly { key: string; points: number; text: Bilingual }[];
};

const text = (nl: string, en: string): Bilingual => ({ nl, en });
const answer = <const K extends string>(points: number, key: K, nl: string, en: string) => ({
  key,
  points,
  text: text(nl, en),
});

const no = answer(0, 'no', 'Nee', 'No');

/** Probability is the sum of these ten. */
export const likelihoodQuestions = [
  {
    key: 'defaultConfiguration',
    text: text(
      'Is de standaardconfiguratie kwetsbaar?',
      'Is the default configuration vulnerable?',
    ),
    answers: [
      answer(1, 'no', 'Nee', 'No'),
      answer(3, 'unclear or yes', 'Onduidelijk of ja', 'Unclear or yes'),
    ],
  },
  {
    key: 'exploitCode',
    text: text('Is er exploitcode beschikbaar?', 'Is exploit code available?'),
    answers: [
      answer(1, 'none', 'Geen', 'None'),
      answer(4, 'proof of concept', 'Proof of concept', 'Proof of concept'),
      answer(6, 'exploit', 'Werkende exploit', 'Working exploit'),
    ],
  },
  {
    key: 'technicalDetails',
    text: text('Zijn technische details bekend?', 'Are technical details known?'),
    answers: [
      answer(1, 'none', 'Geen', 'None'),
      answer(2, 'some', 'Enkele', 'Some'),
      answer(3, 'full', 'Volledig', 'Full'),
    ],
  },
  {
    key: 'access',
    text: text('Welke toegang heeft een aanvaller nodig?', 'What access does an attacker need?'),
    answers: [
      answer(1, 'physical', 'Fysiek', 'Physical'),
      answer(4, 'local network', 'Lokaal netwerk', 'Local network'),
      answer(6, 'internet', 'Internet', 'Internet'),
    ],
  },
  {
    key: 'credentials',
    text: text('Welke inloggegevens zijn nodig?', 'What credentials are needed?'),
    answers: [
      answer(1, 'administrator', 'Van een beheerder', 'An administrator’s'),
      answer(2, 'user', 'Van een gebruiker', 'A user’s'),
      answer(4, 'none', 'Geen', 'None'),
    ],
  },
  {
    key: 'complexity',
    text: text('Hoe moeilijk is het misbruik?', 'How hard is it to exploit?'),
    answers: [
      answer(1, 'complex', 'Complex', 'Complex'),
      answer(2, 'average', 'Gemiddeld', 'Average'),
      answer(3, 'easy', 'Eenvoudig', 'Easy'),
    ],
  },
  {
    key: 'userInteraction',
    text: text('Moet een gebruiker meewerken?', 'Does a user have to take part?'),
    answers: [
      answer(1, 'complex', 'Ja, op complexe wijze', 'Yes, in a complex way'),
      answer(3, 'easy', 'Ja, op eenvoudige wijze', 'Yes, in an easy way'),
      answer(4, 'none', 'Nee', 'No'),
    ],
  },
  {
    key: 'exploitedNow',
    text: text('Wordt de kwetsbaarheid nu misbruikt?', 'Is it being exploited now?'),
    answers: [
      answer(1, 'no', 'Nee', 'No'),
      answer(2, 'limited', 'Op beperkte schaal', 'On a limited scale'),
      answer(3, 'large scale', 'Op grote schaal', 'On a large scale'),
    ],
  },
  {
    key: 'exploitExpected',
    text: text('Wordt op korte termijn een exploit verwacht?', 'Is an exploit expected soon?'),
    answers: [answer(1, 'no', 'Nee', 'No'), answer(3, 'yes', 'Ja', 'Yes')],
  },
  {
    key: 'solution',
    text: text('Is er een oplossing beschikbaar?', 'Is a solution available?'),
    answers: [
      answer(
        1,
        'later than two months or long known',
        'Later dan twee maanden, of al lang bekend',
        'Later than two months, or long known',
      ),
      answer(2, 'within two months', 'Binnen twee maanden', 'Within two months'),
      answer(3, 'none', 'Geen', 'None'),
    ],
  },
] as const satisfies readonly Question[];

/** Damage is the highest of these five. */
export const impactQuestions = [
  {
    key: 'denialOfService',
    text: text('Kan een dienst worden verstoord?', 'Can a service be denied?'),
    answers: [
      no,
      answer(1, 'client', 'Van een client', 'A client'),
      answer(
        2,
        'infrastructure service',
        'Van een infrastructuurdienst',
        'An infrastructure service',
      ),
    ],
  },
  {
    key: 'codeExecution',
    text: text('Kan willekeurige code worden uitgevoerd?', 'Can arbitrary code be run?'),
    answers: [
      no,
      answer(1, 'user', 'Met rechten van een gebruiker', 'With a user’s rights'),
      answer(2, 'administrator', 'Met rechten van een beheerder', 'With an administrator’s rights'),
    ],
  },
  {
    key: 'remoteRights',
    text: text(
      'Krijgt een aanvaller rechten op afstand?',
      'Does an attacker get rights from afar?',
    ),
    answers: [
      no,
      answer(1, 'user shell', 'Shell van een gebruiker', 'A user’s shell'),
      answer(2, 'administrator shell', 'Shell van een beheerder', 'An administrator’s shell'),
    ],
  },
  {
    key: 'privilegeEscalation',
    text: text('Kunnen rechten worden verhoogd?', 'Can privileges be raised?'),
    answers: [no, answer(1, 'yes', 'Ja', 'Yes')],
  },
  {
    key: 'informationLeak',
    text: text('Kan informatie uitlekken?', 'Can information leak?'),
    answers: [
      no,
      answer(1, 'system', 'Over het systeem', 'About the system'),
      answer(2, 'user data', 'Gegevens van gebruikers', 'Users’ data'),
    ],
  },
] as const satisfies readonly Question[];
