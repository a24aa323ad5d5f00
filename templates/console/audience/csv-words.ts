import type { Language } from '../../../src/advisory/language.ts';
import type { CsvKind } from '../../../src/audience/csv/kind.ts';
import type { Action } from '../../../src/audience/csv/outcome.ts';

const nl = {
  title: 'Inlezen en uitvoeren als CSV',
  csaf: 'CSAF-documenten leest u elders in:',
  csafLink: 'CSAF inlezen',
  import: 'Inlezen',
  intro:
    'U ziet eerst wat er zou veranderen. Rijen zonder id komen erbij of worden aan hun naam herkend; een rij met ja onder "remove" gaat weg. Klopt één rij niet, dan wordt niets ingelezen.',
  kind: 'Wat',
  file: 'Bestand',
  fileHint: 'UTF-8, met komma’s of puntkomma’s, hoogstens 20 MB en 100.000 rijen.',
  look: 'Tonen wat er verandert',
  export: 'Uitvoeren',
  comma: 'met komma’s',
  semicolon: 'met puntkomma’s',
  outcome: 'Wat er zou veranderen',
  examples: 'De eerste rijen van elk',
  line: 'Regel',
  column: 'Kolom',
  what: 'Wat',
  was: 'was',
  row: 'Rij',
  problem: 'Wat er niet klopt',
  bad: (shown: number, total: number) =>
    shown < total
      ? `Fouten in het bestand (de eerste ${shown} van ${total})`
      : 'Fouten in het bestand',
  badNote: 'Er is niets ingelezen. Verbeter deze rijen en bied het bestand opnieuw aan.',
  nothing: 'Dit bestand verandert niets: alles staat er al zo.',
  apply: 'Zo inlezen',
  anew: 'Een ander bestand',
};
const en: typeof nl = {
  title: 'Import and export as CSV',
  csaf: 'CSAF documents are imported elsewhere:',
  csafLink: 'Import CSAF',
  import: 'Import',
  intro:
    'First you see what would change. Rows without an id are added or known by their name; a row with yes under "remove" goes. If one row is wrong, nothing is imported.',
  kind: 'What',
  file: 'File',
  fileHint: 'UTF-8, with commas or semicolons, at most 20 MB and 100,000 rows.',
  look: 'Show what would change',
  export: 'Export',
  comma: 'with commas',
  semicolon: 'with semicolons',
  outcome: 'What would change',
  examples: 'The first rows of each',
  line: 'Line',
  column: 'Column',
  what: 'What',
  was: 'was',
  row: 'Row',
  problem: 'What is wrong',
  bad: (shown: number, total: number) =>
    shown < total
      ? `Mistakes in the file (the first ${shown} of ${total})`
      : 'Mistakes in the file',
  badNote: 'Nothing was imported. Correct these rows and send the file again.',
  nothing: 'This file changes nothing: everything stands so already.',
  apply: 'Import it so',
  anew: 'Another file',
};

export const csvWords: Record<Language, typeof nl> = { nl, en };

export const csvKindWords: Record<Language, Record<CsvKind, string>> = {
  nl: {
    organisations: 'Organisaties',
    contacts: 'Contactpersonen',
    addresses: 'Adressen',
    'encryption-keys': 'Sleutels voor versleuteling',
    'software-uses': 'Software in gebruik',
  },
  en: {
    organisations: 'Organisations',
    contacts: 'Contacts',
    addresses: 'Addresses',
    'encryption-keys': 'Encryption keys',
    'software-uses': 'Software in use',
  },
};

export const actionWords: Record<Language, Record<Action, string>> = {
  nl: { added: 'erbij', changed: 'gewijzigd', removed: 'weg', unchanged: 'ongewijzigd' },
  en: { added: 'added', changed: 'changed', removed: 'removed', unchanged: 'unchanged' },
};
