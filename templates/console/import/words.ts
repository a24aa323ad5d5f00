import type { Language } from '../../../src/advisory/language.ts';

const nl = {
  title: 'Inlezen',
  csaf: 'Een advies uit een CSAF-document',
  csafHint:
    'Een document van onszelf wordt de volgende versie van zijn advies; een document van een ander wordt een nieuw eigen advies met een verwijzing ernaar. Het wordt een concept: wie inleest, telt als auteur.',
  file: 'CSAF 2.0-document',
  fileHint: 'JSON van hoogstens 20 MB.',
  take: 'Inlezen',
  authorsOnly: 'Alleen een auteur leest adviezen in.',
  csv: 'Organisaties, contactpersonen, adressen en softwaregebruik',
  csvLink: 'CSV inlezen, met vooraf te zien wat er verandert',
  administratorsOnly: 'Alleen een beheerder leest deze in.',
  refused: 'Het document is niet ingelezen',
  chooseFile: 'Kies een bestand.',
  findings: (n: number) => `${n} bevindingen`,
  place: 'Plaats in het document',
  finding: 'Wat er niet klopt',
  done: (name: string) => `${name} is ingelezen als concept`,
  advice: 'Kijk hier nog naar',
  noAdvice: 'Er is niets dat om aandacht vraagt.',
  edit: 'Het concept openen',
};
const en: typeof nl = {
  title: 'Import',
  csaf: 'An advisory from a CSAF document',
  csafHint:
    'A document of our own becomes the next version of its advisory; anyone else’s becomes a new advisory of ours with a reference to it. It becomes a draft: whoever imports counts as author.',
  file: 'CSAF 2.0 document',
  fileHint: 'JSON of at most 20 MB.',
  take: 'Import',
  authorsOnly: 'Only an author imports advisories.',
  csv: 'Organisations, contacts, addresses and software use',
  csvLink: 'Import CSV, seeing beforehand what would change',
  administratorsOnly: 'Only an administrator imports these.',
  refused: 'The document was not imported',
  chooseFile: 'Choose a file.',
  findings: (n) => `${n} findings`,
  place: 'Place in the document',
  finding: 'What is wrong',
  done: (name) => `${name} was imported as a draft`,
  advice: 'Look at this',
  noAdvice: 'Nothing asks for attention.',
  edit: 'Open the draft',
};

/** What the pages on which advisories are imported say. */
export const importWords: Record<Language, typeof nl> = { nl, en };
export type ImportWords = typeof nl;
