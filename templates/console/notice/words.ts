import type { Language } from '../../../src/advisory/language.ts';

const nl = {
  write: 'Een bericht schrijven',
  kind: 'Soort',
  titleIn: { nl: 'Titel (Nederlands)', en: 'Titel (Engels)' },
  bodyIn: { nl: 'Tekst (Nederlands)', en: 'Tekst (Engels)' },
  elsewhere: 'Ook elders gepubliceerd',
  elsewhereHint: 'Bijvoorbeeld op rijksoverheid.nl. Laat leeg wat niet van toepassing is.',
  where: (n: number) => `Waar (${n})`,
  at: (n: number) => `Wanneer (${n})`,
  save: 'Concept opslaan',
  state: 'Status',
  submit: 'Aanbieden ter beoordeling',
  approve: 'Goedkeuren',
  publish: 'Publiceren',
  sentTo: 'Publiceren verstuurt niets: wie het krijgt, wordt met de hand besloten.',
  about: 'Bij advies',
  published: 'Gepubliceerd',
};
const en: typeof nl = {
  write: 'Write a notice',
  kind: 'Kind',
  titleIn: { nl: 'Title (Dutch)', en: 'Title (English)' },
  bodyIn: { nl: 'Text (Dutch)', en: 'Text (English)' },
  elsewhere: 'Published elsewhere too',
  elsewhereHint: 'For instance on the website of the government. Leave empty what does not apply.',
  where: (n) => `Where (${n})`,
  at: (n) => `When (${n})`,
  save: 'Save the draft',
  state: 'State',
  submit: 'Submit for review',
  approve: 'Approve',
  publish: 'Publish',
  sentTo: 'Publishing sends nothing: who gets it is decided by hand.',
  about: 'With advisory',
  published: 'Published',
};

/** What the pages of notices say. */
export const noticeWords: Record<Language, typeof nl> = { nl, en };
