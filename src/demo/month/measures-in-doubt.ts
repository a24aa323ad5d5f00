import { prose } from '../prose.ts';
import type { Issue } from './issue.ts';
import { matrix } from './matrix.ts';
import { vulnerable } from './product.ts';
import { announcement, entry, mitigation } from './reference.ts';
import { title } from './title.ts';

/** 16 January 2020: it is uncertain whether the interim measures work in every case. */
export const measuresInDoubt: Issue = {
  version: '1.04',
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
        Het is onzeker of de tussentijdse maatregelen van Citrix in alle gevallen werken. Overweeg om systemen met
        Citrix ADC of Citrix Gateway uit te schakelen. Kan dat niet, neem dan aanvullende maatregelen.`,
      description: prose`
        Mede op basis van informatie van specialisten geven de tussentijdse maatregelen onvoldoende zekerheid tegen
        misbruik van de kwetsbaarheid (CVE-2019-19781). Citrix meldt zelf dat zij op een deel van de systemen met
        versie 12.1 niet werken. Bovendien zijn er nog organisaties die de maatregelen niet of niet volledig hebben
        uitgevoerd. Een sluitende oplossing is er op zeer korte termijn niet.

        Kwetsbare systemen worden op grote schaal aangevallen. Kwetsbaar zijn alle ondersteunde versies: 10.5, 11.1,
        12.0, 12.1 en 13.0.`,
      advice: prose`
        - Overweeg de systemen uit te schakelen tot er een sluitende oplossing is. Weeg daarbij af wat het
          uitschakelen betekent voor uw organisatie.
        - Schakelt u niet uit, sta dan alleen toegang toe vanaf adressen die u kent (whitelisting), en plaats een
          webapplicatiefirewall voor het systeem die verzoeken met /../ in het pad weigert.
        - Laat de tussentijdse maatregelen uit artikel CTX267679 staan en controleer nogmaals of zij werken.
        - Zorg voor detectie: bewaak het systeem en het netwerk erachter dag en nacht.
        - Waren de maatregelen pas na 10 januari van kracht, onderzoek het systeem dan op sporen van misbruik.`,
    },
    en: {
      title: title.en,
      summary: prose`
        It is uncertain whether Citrix's interim measures work in every case. Consider switching off systems with
        Citrix ADC or Citrix Gateway. Where that cannot be done, take additional measures.`,
      description: prose`
        Partly on information from specialists, the interim measures give too little certainty against
        exploitation of the vulnerability (CVE-2019-19781). Citrix itself reports that they do not work on some of
        the systems with version 12.1. Moreover, there are still organisations that have not applied them, or not
        completely. A conclusive fix will not be there very soon.

        Vulnerable systems are being attacked on a large scale. All supported versions are vulnerable: 10.5, 11.1,
        12.0, 12.1 and 13.0.`,
      advice: prose`
        - Consider switching the systems off until there is a conclusive fix. Weigh what switching off means for
          your organisation.
        - If you do not switch off, admit only addresses that you know (allow-listing), and place a web
          application firewall before the system that refuses requests with /../ in the path.
        - Leave the interim measures of article CTX267679 in place and check once more that they work.
        - See to detection: watch the system and the network behind it day and night.
        - If the measures took effect only after 10 January, examine the system for traces of exploitation.`,
    },
  },
};
