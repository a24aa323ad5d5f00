import { prose } from '../prose.ts';
import type { NoticeMoment } from './moment.ts';

/** 13 January: the warning on the website and on social media. */
export const warning: NoticeMoment = {
  kind: 'notice',
  notice: 'news',
  title: {
    nl: 'Veel Citrix-systemen in Nederland nog kwetsbaar',
    en: 'Many Citrix systems in the Netherlands still vulnerable',
  },
  body: {
    nl: prose`
      In Nederland zijn nog veel systemen met Citrix ADC of Citrix Gateway kwetsbaar. Sinds 11 januari is code
      openbaar waarmee deze systemen vanaf internet kunnen worden overgenomen. Gebruikt uw organisatie deze
      producten, laat dan vandaag nog controleren of de maatregelen van Citrix zijn uitgevoerd.

      Het volledige advies, NCSC-2019-0979, staat op deze website.`,
    en: prose`
      Many systems with Citrix ADC or Citrix Gateway in the Netherlands are still vulnerable. Since 11 January code is
      public with which these systems can be taken over from the internet. If your organisation uses these products,
      have it checked today whether Citrix's measures have been applied.

      The complete advisory, NCSC-2019-0979, is on this website.`,
  },
  publishedElsewhere: ['social media'],
  mailTo: ['public'],
};

/** 17 January: the press release, spread further by others. */
export const pressRelease: NoticeMoment = {
  kind: 'notice',
  notice: 'press release',
  title: {
    nl: 'NCSC adviseert Citrix-systemen uit te schakelen',
    en: 'NCSC advises to switch off Citrix systems',
  },
  body: {
    nl: prose`
      Het Nationaal Cyber Security Centrum adviseert organisaties om systemen met Citrix ADC of Citrix Gateway uit te
      schakelen tot er een sluitende oplossing is. Voor de rijksoverheid is dit een dringend advies. Andere
      organisaties wordt gevraagd het belang van de continuïteit van hun primaire processen af te wegen tegen de
      mogelijke gevolgen van misbruik.

      Het advies geldt omdat onzeker is of de tussentijdse maatregelen in alle gevallen werken, terwijl kwetsbare
      systemen op grote schaal worden aangevallen. Medewerkers kunnen er last van hebben wanneer zij op afstand
      werken.`,
    en: prose`
      The National Cyber Security Centre advises organisations to switch off systems with Citrix ADC or Citrix Gateway
      until there is a conclusive fix. To central government this is an urgent advice. Other organisations are asked
      to weigh the continuity of their primary processes against the possible consequences of exploitation.

      The advice is given because it is uncertain whether the interim measures work in every case, while vulnerable
      systems are being attacked on a large scale. Employees who work remotely may be inconvenienced.`,
  },
  publishedElsewhere: ['rijksoverheid.nl', 'other cyber security organisations'],
  mailTo: ['information hubs', 'partners'],
};

/** 21 January: questions that the wide public asks. */
export const frequentlyAsked: NoticeMoment = {
  kind: 'notice',
  notice: 'FAQ',
  title: {
    nl: 'Veelgestelde vragen over de kwetsbaarheid in Citrix',
    en: 'Frequently asked questions about the vulnerability in Citrix',
  },
  body: {
    nl: prose`
      Wat is Citrix ADC? Een systeem waarmee medewerkers vanaf elke plek bij de toepassingen van hun organisatie
      kunnen.

      Loop ik thuis gevaar? Nee. De kwetsbaarheid zit in systemen van organisaties, niet in uw eigen computer.

      Waarom kan ik niet op afstand werken? Uw organisatie heeft het systeem mogelijk uitgeschakeld tot het is
      hersteld.

      Zijn er al patches? Ja, sinds 19 januari voor een deel van de systemen. De overige worden op 24 januari
      verwacht.

      Is een systeem met een patch veilig? Alleen als het daarvoor niet al was aangevallen. Daarom adviseren wij het
      eerst te onderzoeken.`,
    en: prose`
      What is Citrix ADC? A system that gives employees access to their organisation's applications from any place.

      Am I in danger at home? No. The vulnerability is in systems of organisations, not in your own computer.

      Why can I not work remotely? Your organisation may have switched the system off until it has been repaired.

      Are there patches? Yes, since 19 January for part of the systems. The others are expected on 24 January.

      Is a patched system safe? Only if it had not been attacked before. That is why we advise to examine it first.`,
  },
  publishedElsewhere: [],
  mailTo: [],
};
