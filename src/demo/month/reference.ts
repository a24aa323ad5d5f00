import type { Content } from '../../advisory/content.ts';

type Reference = Content['references'][number];

/** The vendor's article that announced the vulnerability. */
export const announcement: Reference = {
  url: 'https://support.citrix.com/article/CTX267027',
  title: 'Citrix: CVE-2019-19781, vulnerability in Citrix ADC and Gateway (CTX267027)',
};

/** The vendor's interim measures. */
export const mitigation: Reference = {
  url: 'https://support.citrix.com/article/CTX267679',
  title: 'Citrix: mitigation steps for CVE-2019-19781 (CTX267679)',
};

/** The entry in the national vulnerability database of the United States. */
export const entry: Reference = {
  url: 'https://nvd.nist.gov/vuln/detail/CVE-2019-19781',
  title: 'NVD: CVE-2019-19781',
};

/** Where the vendor offers its builds. */
export const downloads: Reference = {
  url: 'https://www.citrix.com/downloads/citrix-adc/',
  title: 'Citrix: downloads for Citrix ADC',
};
