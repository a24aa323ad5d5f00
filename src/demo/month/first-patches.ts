import { prose } from '../prose.ts';
import type { Issue } from './issue.ts';
import { matrix } from './matrix.ts';
import { partlyPatched } from './product.ts';
import { announcement, downloads, entry, mitigation } from './reference.ts';
import { title } from './title.ts';

/** 19 January 2020: the first patches, for part of the affected packages. */
export const firstPatches: Issue = {
  version: '1.06',
  change: 'content',
  likelihood: 'high',
  impact: 'high',
  matrix: matrix({
    complexity: 'easy',
    exploitCode: 'exploit',
    exploitExpected: 'yes',
    exploitedNow: 'large scale',
    solution: 'within two months',
    technicalDetails: 'full',
  }),
  products: partlyPatched,
  references: [announcement, downloads, mitigation, entry],
  texts: {
    nl: {
      title: title.nl,
      summary: prose`
        Citrix heeft de eerste nieuwe firmwareversies uitgebracht, voor 11.1 en 12.0. Daarmee is ongeveer de helft
        van de kwetsbare systemen in Nederland te herstellen. Voor de andere versies blijft het advies om de
        systemen uit te schakelen van kracht.`,
      description: prose`
        De firmwareversies 11.1.63.15 en 12.0.63.13 verhelpen de kwetsbaarheid (CVE-2019-19781). Voor 10.5, 12.1 en
        13.0 zijn nog geen nieuwe versies beschikbaar; Citrix verwacht die later deze maand.

        Een nieuwe firmwareversie verwijdert niet wat een aanvaller eerder heeft achtergelaten. Systemen die na het
        openbaar worden van exploitcode zonder werkende maatregelen aan internet hingen, kunnen al gecompromitteerd
        zijn. De werking van de nieuwe versies wordt nog gecontroleerd.`,
      advice: prose`
        - Installeer 11.1.63.15 of 12.0.63.13 als u een van deze lijnen gebruikt. Gebruikt u een andere lijn,
          overweeg dan over te stappen op een lijn waarvoor wel een nieuwe versie bestaat.
        - Onderzoek het systeem op sporen van misbruik vóórdat u het weer in gebruik neemt. Bij twijfel: installeer
          het opnieuw en vervang wachtwoorden en certificaten.
        - Laat systemen waarvoor nog geen nieuwe versie bestaat uitgeschakeld, of laat de aanvullende maatregelen
          van kracht.
        - Meld ons wat u hebt gedaan: hersteld, uitgeschakeld, of aan met welke maatregelen.`,
    },
    en: {
      title: title.en,
      summary: prose`
        Citrix has released the first new firmware, for 11.1 and 12.0. About half of the vulnerable systems in the
        Netherlands can be repaired with it. For the other versions the advice to switch the systems off stands.`,
      description: prose`
        Firmware 11.1.63.15 and 12.0.63.13 fixes the vulnerability (CVE-2019-19781). For 10.5, 12.1 and 13.0 there
        is no new firmware yet; Citrix expects it later this month.

        New firmware does not remove what an attacker has left behind before. Systems that were on the internet
        without working measures after the exploit code was published may have been compromised already. The
        effectiveness of the new firmware is still being checked.`,
      advice: prose`
        - Install 11.1.63.15 or 12.0.63.13 if you use one of these lines. If you use another line, consider moving
          to one for which there is new firmware.
        - Examine the system for traces of exploitation before you use it again. When in doubt, install it anew
          and replace passwords and certificates.
        - Leave systems for which there is no new firmware yet switched off, or leave the additional measures in
          place.
        - Tell us what you have done: patched, switched off, or on with which measures.`,
    },
  },
};
