import type { Language } from '../../src/advisory/language.ts';
import type { Role } from '../../src/operator/role.ts';

/** What the roles are called. */
export const roleWords: Record<Language, Record<Role, string>> = {
  nl: {
    author: 'auteur',
    approver: 'goedkeurder',
    'duty officer': 'dienstdoende',
    administrator: 'beheerder',
    auditor: 'auditor',
  },
  en: {
    author: 'author',
    approver: 'approver',
    'duty officer': 'duty officer',
    administrator: 'administrator',
    auditor: 'auditor',
  },
};
