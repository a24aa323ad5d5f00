import { prose } from '../prose.ts';
import type { Issue } from './issue.ts';
import { matrix } from './matrix.ts';
import { vulnerable } from './product.ts';
import { announcement, entry } from './reference.ts';
import { title } from './title.ts';

/** 18 December 2019: the first advisory, medium/high. */
export const firstAdvisory: Issue = {
  version: '1.00',
  change: 'first',
  likelihood: 'medium',
  impact: 'high',
  matrix: matrix(),
  products: vulnerable,
  references: [announcement, entry],
  texts: {
    nl: {
      title: title.nl,
      summary: prose`
        Citrix heeft een kwetsbaarheid bekendgemaakt in Citrix Application Delivery Controller (ADC) en Citrix
        Gateway, voorheen bekend als NetScaler ADC en NetScaler Gateway. Er is nog geen oplossing. Citrix heeft wel
        maatregelen gepubliceerd die misbruik moeten voorkomen.`,
      description: prose`
        De kwetsbaarheid (CVE-2019-19781) stelt een kwaadwillende op afstand in staat om zonder in te loggen
        willekeurige code uit te voeren op het systeem. Deze systemen staan doorgaans aan de rand van het netwerk en
        geven medewerkers toegang tot interne toepassingen. Wie het systeem overneemt, kan verkeer meelezen,
        inloggegevens buitmaken en van daaruit verder het netwerk in.

        Kwetsbaar zijn alle ondersteunde versies: 10.5, 11.1, 12.0, 12.1 en 13.0. Er zijn op dit moment geen
        aanwijzingen van misbruik en er is geen exploitcode openbaar. De kans op misbruik wordt daarom als middel
        ingeschat, de schade bij misbruik als hoog.`,
      advice: prose`
        - Stel vast of uw organisatie, of een dienstverlener namens u, deze producten gebruikt.
        - Voer de tussentijdse maatregelen uit die Citrix in artikel CTX267027 beschrijft.
        - Controleer na het invoeren of de maatregelen werken, ook op reservesystemen.
        - Zorg dat u bericht krijgt zodra Citrix een nieuwe firmwareversie uitbrengt, en installeer die dan.`,
    },
    en: {
      title: title.en,
      summary: prose`
        Citrix has disclosed a vulnerability in Citrix Application Delivery Controller (ADC) and Citrix Gateway,
        formerly known as NetScaler ADC and NetScaler Gateway. There is no fix yet. Citrix has published measures
        that should prevent exploitation.`,
      description: prose`
        The vulnerability (CVE-2019-19781) allows a remote attacker to run arbitrary code on the system without
        logging in. These systems usually stand at the edge of a network and give employees access to internal
        applications. Whoever takes over the system can read traffic, capture credentials and move on into the
        network from there.

        All supported versions are vulnerable: 10.5, 11.1, 12.0, 12.1 and 13.0. There are no signs of exploitation
        at this time and no exploit code is public. The likelihood of exploitation is therefore rated medium, the
        impact high.`,
      advice: prose`
        - Find out whether your organisation, or a supplier on your behalf, uses these products.
        - Apply the interim measures that Citrix describes in article CTX267027.
        - Check afterwards that the measures work, on standby systems too.
        - Make sure you hear of it when Citrix releases new firmware, and install it then.`,
    },
  },
};
