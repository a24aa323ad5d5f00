/** The advisory's title, the same in all its versions. */
export const title = {
  nl: 'Kwetsbaarheid in Citrix ADC en Citrix Gateway',
  en: 'Vulnerability in Citrix ADC and Citrix Gateway',
};
