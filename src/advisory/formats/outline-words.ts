import type { Product } from '../content.ts';
import type { Language } from '../language.ts';

type Status = Product['versions'][number]['status'];
type Words = Record<
  | 'advisory'
  | 'risk'
  | 'published'
  | 'withdrawn'
  | 'summary'
  | 'advice'
  | 'description'
  | 'products'
  | 'weaknesses'
  | 'references',
  string
> & { statuses: Record<Status, string> };

/** What stands over the parts of a version. */
export const outlineWords: Record<Language, Words> = {
  nl: {
    advisory: 'Advies',
    risk: 'Risico (kans/schade)',
    published: 'Gepubliceerd',
    withdrawn: 'Ingetrokken',
    summary: 'Samenvatting',
    advice: 'Advies',
    description: 'Beschrijving',
    products: 'Producten',
    weaknesses: 'Kwetsbaarheden',
    references: 'Verwijzingen',
    statuses: {
      affected: 'kwetsbaar',
      fixed: 'verholpen',
      'not affected': 'niet kwetsbaar',
      'under investigation': 'wordt onderzocht',
    },
  },
  en: {
    advisory: 'Advisory',
    risk: 'Risk (likelihood/impact)',
    published: 'Published',
    withdrawn: 'Withdrawn',
    summary: 'Summary',
    advice: 'Advice',
    description: 'Description',
    products: 'Products',
    weaknesses: 'Vulnerabilities',
    references: 'References',
    statuses: {
      affected: 'affected',
      fixed: 'fixed',
      'not affected': 'not affected',
      'under investigation': 'under investigation',
    },
  },
};
