import type { Change } from '../../src/advisory/change.ts';
import type { Content } from '../../src/advisory/content.ts';
import type { TextField } from '../../src/advisory/difference.ts';
import type { Level } from '../../src/advisory/risk.ts';

type ProductStatus = Content['products'][number]['versions'][number]['status'];

type Words = {
  urgent: string;
  normal: string;
  withdrawn: string;
  risk: string;
  likelihood: string;
  impact: string;
  levels: Record<Level, string>;
  changes: Record<Change, string>;
  fields: Record<TextField, string>;
  statuses: Record<ProductStatus, string>;
};

/** What the words of the trade are called on the website and in the feeds. */
export const words: { nl: Words; en: Words } = {
  nl: {
    urgent: 'Urgent',
    normal: 'Normaal',
    withdrawn: 'Ingetrokken',
    risk: 'Risico',
    likelihood: 'kans',
    impact: 'schade',
    levels: { low: 'laag', medium: 'middel', high: 'hoog' },
    changes: {
      first: 'Eerste versie',
      raised: 'Risico verhoogd',
      content: 'Inhoud gewijzigd',
      editorial: 'Redactionele wijziging',
      correction: 'Correctie',
      withdrawal: 'Intrekking',
    },
    fields: {
      title: 'Titel',
      summary: 'Samenvatting',
      description: 'Beschrijving',
      advice: 'Advies',
    },
    statuses: {
      affected: 'kwetsbaar',
      fixed: 'verholpen',
      'not affected': 'niet kwetsbaar',
      'under investigation': 'wordt onderzocht',
    },
  },
  en: {
    urgent: 'Urgent',
    normal: 'Normal',
    withdrawn: 'Withdrawn',
    risk: 'Risk',
    likelihood: 'likelihood',
    impact: 'impact',
    levels: { low: 'low', medium: 'medium', high: 'high' },
    changes: {
      first: 'First version',
      raised: 'Risk raised',
      content: 'Content changed',
      editorial: 'Editorial change',
      correction: 'Correction',
      withdrawal: 'Withdrawal',
    },
    fields: {
      title: 'Title',
      summary: 'Summary',
      description: 'Description',
      advice: 'Advice',
    },
    statuses: {
      affected: 'affected',
      fixed: 'fixed',
      'not affected': 'not affected',
      'under investigation': 'under investigation',
    },
  },
};
