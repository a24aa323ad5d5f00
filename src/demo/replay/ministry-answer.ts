import type { ResponseStatus } from '../../acknowledgement/choice.ts';

type Answer = { status: ResponseStatus; arguments?: string[] };

const measures: Answer = { status: 'measures taken' };
const off: Answer = { status: 'switched off' };
const unaffected: Answer = { status: 'not affected' };

/** What the ministries answer on 10 January, in the country's order. */
const reports: Answer[] = [
  measures,
  measures,
  unaffected,
  measures,
  measures,
  off,
  measures,
  {
    status: 'explain',
    arguments: [
      'De maatregelen zijn op de helft van de systemen uitgevoerd; de andere helft volgt dit weekend.',
    ],
  },
  measures,
  measures,
  measures,
  unaffected,
];

/** Each ministry that leaves its systems on argues all three conditions. */
const explanations: Answer[] = [
  [
    'Zonder dit systeem kunnen meldkamers en patrouilles elkaars gegevens niet inzien; dat raakt de veiligheid op straat.',
    'Onze beveiligingsdienst bekijkt het verkeer dag en nacht, en een webapplicatiefirewall weigert de bekende aanvallen.',
    'Het systeem staat in een eigen netwerkdeel zonder toegang tot andere systemen; detectie is daar sinds 14 januari actief.',
  ],
  [
    'Bruggen en sluizen worden via dit systeem op afstand bediend; bediening ter plaatse is dit weekend niet overal te bezetten.',
    'Alleen vaste adressen van de bediencentrales krijgen toegang, en alle sessies worden vastgelegd en bekeken.',
    'Het bediennetwerk is gescheiden van het kantoornetwerk; het systeem is op 15 januari onderzocht en schoon bevonden.',
  ],
  [
    'Zorginstellingen wisselen via dit systeem laboratoriumuitslagen uit; uitval kan gevolgen hebben voor patiënten.',
    'De leverancier heeft extra bewaking ingericht en meldt ieder afwijkend verzoek binnen een kwartier.',
    'Het systeem is in quarantaine geplaatst achter een tussenstation; verkeer naar andere organisaties is geblokkeerd.',
  ],
].map((each) => ({ status: 'explain' as const, arguments: each }));

const [explainOne = off, explainTwo = off, explainThree = off] = explanations;

/** What they answer on 17 January. */
const outcomes: Answer[] = [
  off,
  off,
  unaffected,
  explainOne,
  off,
  off,
  explainTwo,
  off,
  off,
  off,
  off,
  explainThree,
];

/** What some of them say after the first patches: repaired, or off after all. */
const revised: Record<number, Answer> = {
  0: { status: 'patched' },
  5: { status: 'patched' },
  6: off,
};

/** What a ministry answers on its page; undefined where it has nothing (more) to say. */
export function ministryAnswer(
  place: number,
  asked: 'report back' | 'comply or explain' | 'again',
): Record<string, string> | undefined {
  const answers = { 'report back': reports, 'comply or explain': outcomes, again: revised };
  const answer = answers[asked][place];
  if (!answer) return undefined;
  const reasons = answer.arguments ?? [];
  return Object.fromEntries([
    ['status', answer.status],
    ...reasons.map((argument, index) => [`explanation.${index}`, argument]),
  ]);
}
