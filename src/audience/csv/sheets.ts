import { addressSheet } from './address/sheet.ts';
import { contactSheet } from './contact/sheet.ts';
import { encryptionKeySheet } from './encryption-key/sheet.ts';
import type { CsvKind } from './kind.ts';
import { organisationSheet } from './organisation/sheet.ts';
import type { Sheet } from './sheet.ts';
import { softwareUseSheet } from './software-use/sheet.ts';

/** The sheet of every kind. */
export const sheets: Record<CsvKind, Sheet> = {
  organisations: organisationSheet,
  contacts: contactSheet,
  addresses: addressSheet,
  'encryption-keys': encryptionKeySheet,
  'software-uses': softwareUseSheet,
};
