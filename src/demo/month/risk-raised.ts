import { prose } from '../prose.ts';
import type { Issue } from './issue.ts';
import { matrix } from './matrix.ts';
import { vulnerable } from './product.ts';
import { announcement, entry, mitigation } from './reference.ts';
import { title } from './title.ts';

/** 24 December 2019: the risk goes to the highest level. */
export const riskRaised: Issue = {
  version: '1.01',
  change: 'raised',
  likelihood: 'high',
  impact: 'high',
  matrix: matrix({ complexity: 'easy', exploitExpected: 'yes' }),
  products: vulnerable,
  references: [announcement, mitigation, entry],
  texts: {
    nl: {
      title: title.nl,
      summary: prose`
        Het risico van de kwetsbaarheid in Citrix ADC en Citrix Gateway is verhoogd naar het hoogste niveau: een
        grote kans op misbruik met grote schade. Aanleiding zijn nieuwe informatie en technische analyse. Er is nog
        geen oplossing; voer de tussentijdse maatregelen van Citrix nu uit.`,
      description: prose`
        Uit technische analyse blijkt dat de kwetsbaarheid (CVE-2019-19781) eenvoudiger te misbruiken is dan eerst
        werd aangenomen. Een aanvaller hoeft niet in te loggen en heeft geen medewerking van een gebruiker nodig;
        een enkele reeks verzoeken aan een systeem dat vanaf internet bereikbaar is, volstaat. Het is te verwachten
        dat anderen dit ook ontdekken en dat op korte termijn exploitcode ontstaat.

        Kwetsbaar zijn alle ondersteunde versies: 10.5, 11.1, 12.0, 12.1 en 13.0. Er is op dit moment geen
        exploitcode openbaar en er zijn geen meldingen van misbruik in Nederland.`,
      advice: prose`
        - Voer de tussentijdse maatregelen uit artikel CTX267679 vandaag nog uit, ook als uw bezetting deze dagen
          beperkt is.
        - Controleer of de maatregelen werken: een verzoek naar een pad met /../vpns/ moet worden geweigerd.
        - Beperk waar het kan de toegang tot de beheerinterface tot uw eigen netwerk.
        - Bewaar de logbestanden van het systeem op een andere plaats, zodat u later kunt nagaan wat er gebeurde.
        - Laat ons weten of u deze producten gebruikt en of de maatregelen zijn uitgevoerd.`,
    },
    en: {
      title: title.en,
      summary: prose`
        The risk of the vulnerability in Citrix ADC and Citrix Gateway has been raised to the highest level: a high
        likelihood of exploitation with a high impact. The reason is new information and technical analysis. There
        is no fix yet; apply Citrix's interim measures now.`,
      description: prose`
        Technical analysis shows that the vulnerability (CVE-2019-19781) is easier to exploit than was first
        assumed. An attacker need not log in and needs no user to take part; one short series of requests to a
        system that can be reached from the internet is enough. Others must be expected to find this too, and
        exploit code to appear soon.

        All supported versions are vulnerable: 10.5, 11.1, 12.0, 12.1 and 13.0. At this time no exploit code is
        public, and no exploitation in the Netherlands has been reported.`,
      advice: prose`
        - Apply the interim measures of article CTX267679 today, even if you are short of staff these days.
        - Check that the measures work: a request to a path with /../vpns/ has to be refused.
        - Where possible, limit access to the management interface to your own network.
        - Keep the system's log files in another place, so that you can find out later what happened.
        - Let us know whether you use these products and whether the measures have been applied.`,
    },
  },
};
