/** The three conditions of the government CIO, which have to hold together (letter of 23 January 2020). */
export const conditions = [
  {
    nl: 'Uitschakeling heeft disproportionele gevolgen, bijvoorbeeld voor de veiligheid en gezondheid.',
    en: 'Switching off has disproportionate consequences, for safety and health for example.',
  },
  {
    nl: 'Er kunnen afdoende extra monitorings- en beveiligingsmaatregelen worden genomen.',
    en: 'Adequate extra monitoring and security measures can be taken.',
  },
  {
    nl: 'Systemen kunnen effectief gecompartimenteerd of in quarantaine gezet worden, er is voldoende detectie mogelijk en contaminatie van de eigen systemen en die van anderen kan uitgesloten worden.',
    en: 'Systems can be effectively compartmented or quarantined, there is enough detection, and contamination of own and others’ systems can be ruled out.',
  },
];
