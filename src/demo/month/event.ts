import type { Moment } from './moment.ts';

/** What happened in the month and was not the CSIRT's own act, each at the moment when it was learned. */
export const events: Moment[] = [
  {
    at: '2019-12-17T18:30:00+01:00',
    kind: 'event',
    happened: '2019-12-17T18:00:00+01:00',
    what: {
      nl: 'Citrix maakt de kwetsbaarheid openbaar en adviseert tussentijdse mitigerende maatregelen; een oplossing is er niet. Het NCSC hoort er nu voor het eerst van.',
      en: 'Citrix makes the vulnerability public and advises interim mitigating measures; there is no fix. The NCSC hears of it for the first time.',
    },
    source: 'Citrix',
  },
  {
    at: '2020-01-11T10:00:00+01:00',
    kind: 'event',
    happened: '2020-01-11T09:00:00+01:00',
    what: {
      nl: 'Citrix maakt een tijdlijn bekend voor de patches van de verschillende versies; die wordt later bijgesteld.',
      en: 'Citrix announces a timeline for the patches of the different versions; it is adjusted later.',
    },
    source: 'Citrix',
  },
  {
    at: '2020-01-16T17:00:00+01:00',
    kind: 'event',
    happened: '2020-01-16T16:30:00+01:00',
    what: {
      nl: 'Het nieuwe advies is voor de NCTV aanleiding om interdepartementaal op te schalen.',
      en: 'The new advice leads the national crisis coordinator (NCTV) to escalate between ministries.',
    },
    source: 'NCTV',
  },
  {
    at: '2020-01-17T12:00:00+01:00',
    kind: 'event',
    happened: '2020-01-17T10:00:00+01:00',
    what: {
      nl: 'De NCTV overlegt met alle ministeries; de AIVD brengt een beveiligingsadvies uit.',
      en: 'NCTV meets with all ministries; the intelligence service (AIVD) issues a security advice.',
    },
    source: 'NCTV, AIVD',
  },
  {
    at: '2020-01-18T22:30:00+01:00',
    kind: 'event',
    happened: '2019-12-06T12:00:00+01:00',
    what: {
      nl: 'Beveiligingsonderzoekers melden de kwetsbaarheid aan Citrix.',
      en: 'Security researchers tell Citrix of the vulnerability.',
    },
    source: 'Citrix in the television programme Nieuwsuur, confirmed to the NCSC on request',
  },
  {
    // The letter, of 23 January, already says so: this event was known before it was due.
    at: '2020-01-23T12:00:00+01:00',
    kind: 'event',
    happened: '2020-01-24T23:00:00+01:00',
    what: {
      nl: 'Citrix verwacht de overige patches uiterlijk om 23.00 uur uit te brengen.',
      en: 'The vendor expects to release the remaining patches by 23:00.',
    },
    source: 'Citrix',
  },
];
