import { prose } from '../prose.ts';
import type { WithdrawalMoment } from './moment.ts';

const title = {
  nl: 'Kwetsbaarheid in Vogelvlucht Roosterplanner',
  en: 'Vulnerability in Vogelvlucht Roosterplanner',
};

/**
 * 22 January: an advisory on another product that turns out to be a mistake. The letter knows of none: product, vendor
 * and mistake are invented, so that a withdrawal can be seen.
 */
export const mistakenAdvisory: WithdrawalMoment = {
  kind: 'withdrawal',
  trackingId: 'NCSC-2020-0061',
  hours: 3,
  issue: {
    version: '1.00',
    change: 'first',
    likelihood: 'low',
    impact: 'low',
    matrix: {
      likelihood: {
        defaultConfiguration: 'no',
        exploitCode: 'none',
        technicalDetails: 'none',
        access: 'local network',
        credentials: 'user',
        complexity: 'complex',
        userInteraction: 'easy',
        exploitedNow: 'no',
        exploitExpected: 'no',
        solution: 'within two months',
      },
      impact: {
        denialOfService: 'no',
        codeExecution: 'no',
        remoteRights: 'no',
        privilegeEscalation: 'no',
        informationLeak: 'no',
      },
    },
    products: [
      {
        vendor: 'Vogelvlucht Software',
        name: 'Roosterplanner',
        versions: [{ version: '4.2', status: 'affected' }],
      },
    ],
    references: [],
    texts: {
      nl: {
        title: title.nl,
        summary: prose`
          In Roosterplanner 4.2 is volgens een melding een kwetsbaarheid gevonden waardoor een gebruiker de roosters van
          collega’s kan zien.`,
        description: prose`
          De melding zegt dat een gebruiker die is ingelogd, in een scherm voor beheerders de roosters van collega’s kan
          openen. De leverancier onderzoekt de melding.`,
        advice: prose`
          - Ga na of uw organisatie Roosterplanner 4.2 gebruikt.
          - Wacht op bericht van de leverancier voordat u iets verandert.`,
      },
      en: {
        title: title.en,
        summary: prose`
          According to a report, Roosterplanner 4.2 has a vulnerability by which a user can see the rosters of
          colleagues.`,
        description: prose`
          The report says that a user who has logged in can open the rosters of colleagues in a page for administrators.
          The vendor is examining the report.`,
        advice: prose`
          - Find out whether your organisation uses Roosterplanner 4.2.
          - Wait for word from the vendor before you change anything.`,
      },
    },
  },
  statement: {
    nl: 'De melding klopte niet: het scherm toont alleen het eigen rooster. De leverancier bevestigt dat er geen kwetsbaarheid is.',
    en: 'The report was wrong: the page shows one’s own roster alone. The vendor confirms that there is no vulnerability.',
  },
};
