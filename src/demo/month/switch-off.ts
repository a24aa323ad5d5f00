import { prose } from '../prose.ts';
import type { Issue } from './issue.ts';
import { matrix } from './matrix.ts';
import { vulnerable } from './product.ts';
import { announcement, entry, mitigation } from './reference.ts';
import { title } from './title.ts';

/** 17 January 2020: the advice to switch off; how strongly it is put depends on who reads (see `covering-note`). */
export const switchOff: Issue = {
  version: '1.05',
  change: 'content',
  likelihood: 'high',
  impact: 'high',
  matrix: matrix({
    complexity: 'easy',
    exploitCode: 'exploit',
    exploitExpected: 'yes',
    exploitedNow: 'large scale',
    technicalDetails: 'full',
  }),
  products: vulnerable,
  references: [announcement, mitigation, entry],
  texts: {
    nl: {
      title: title.nl,
      summary: prose`
        Schakel systemen met Citrix ADC of Citrix Gateway uit tot er een sluitende oplossing is. Weeg daarbij het
        belang van de continuïteit van uw primaire processen af tegen de mogelijke gevolgen van misbruik.`,
      description: prose`
        Er is nog altijd geen sluitende oplossing voor de kwetsbaarheid (CVE-2019-19781), en de tussentijdse
        maatregelen geven onvoldoende zekerheid. Kwetsbare systemen worden op grote schaal aangevallen. Op basis
        van de informatie die nu beschikbaar is, is uitschakelen de enige maatregel die misbruik met zekerheid
        voorkomt.

        Uitschakelen kan gevolgen hebben: medewerkers kunnen mogelijk niet op afstand werken en diensten kunnen
        minder goed bereikbaar zijn. Die afweging kan alleen uw eigen organisatie maken.`,
      advice: prose`
        - Schakel de systemen uit tot u een firmwareversie kunt installeren die de kwetsbaarheid verhelpt.
        - Kan dat niet zonder onevenredige gevolgen voor uw primaire processen, leg die afweging dan vast, neem
          aanvullende maatregelen (whitelisting van adressen, een webapplicatiefirewall), zet de systemen apart van
          de rest van uw netwerk en zorg voor voldoende detectie.
        - Houd er rekening mee dat veel medewerkers tegelijk op een andere manier verbinding maken.
        - Blijft een systeem aan, onderzoek het dan op sporen van misbruik voordat u erop vertrouwt.`,
    },
    en: {
      title: title.en,
      summary: prose`
        Switch off systems with Citrix ADC or Citrix Gateway until there is a conclusive fix. Weigh the continuity
        of your primary processes against the possible consequences of exploitation.`,
      description: prose`
        There is still no conclusive fix for the vulnerability (CVE-2019-19781), and the interim measures give too
        little certainty. Vulnerable systems are being attacked on a large scale. On the information available
        now, switching off is the only measure that prevents exploitation with certainty.

        Switching off may have consequences: employees may not be able to work remotely, and services may be
        harder to reach. Only your own organisation can weigh that.`,
      advice: prose`
        - Switch the systems off until you can install firmware that fixes the vulnerability.
        - Where that cannot be done without disproportionate consequences for your primary processes, put that
          decision in writing, take additional measures (allow-listing of addresses, a web application firewall),
          set the systems apart from the rest of your network and see to enough detection.
        - Reckon with many employees connecting in another way at the same time.
        - If a system stays on, examine it for traces of exploitation before you rely on it.`,
    },
  },
};
