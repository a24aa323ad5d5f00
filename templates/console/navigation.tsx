import type { Language } from '../../src/advisory/language.ts';
import type { Role } from '../../src/operator/role.ts';

type Entry = { here: string; path: string; nl: string; en: string; for?: readonly Role[] };

/** The places of the console; `for` hides one from those who may not see it. */
const entries = [
  { here: 'home', path: '/console', nl: 'Nu aan mij', en: 'What needs me now' },
  { here: 'advisories', path: '/console/advisories', nl: 'Adviezen', en: 'Advisories' },
  { here: 'dispatches', path: '/console/dispatches', nl: 'Verspreiding', en: 'Fan-out' },
  {
    here: 'returned mail',
    path: '/console/returned-mail',
    nl: 'Post terug',
    en: 'Returned mail',
    for: ['duty officer', 'administrator', 'auditor'],
  },
  {
    here: 'organisations',
    path: '/console/organisations',
    nl: 'Organisaties',
    en: 'Organisations',
  },
  { here: 'contacts', path: '/console/contacts', nl: 'Contactpersonen', en: 'Contacts' },
  { here: 'audiences', path: '/console/audiences', nl: 'Doelgroepen', en: 'Audiences' },
  { here: 'policy', path: '/console/policy', nl: 'Beleid', en: 'Policy' },
  { here: 'import', path: '/console/import', nl: 'Inlezen', en: 'Import' },
  {
    here: 'audit',
    path: '/console/audit',
    nl: 'Audit',
    en: 'Audit',
    for: ['auditor', 'administrator'],
  },
  {
    here: 'operators',
    path: '/console/operators',
    nl: 'Operators',
    en: 'Operators',
    for: ['auditor', 'administrator'],
  },
  { here: 'account', path: '/console/account', nl: 'Mijn account', en: 'My account' },
] as const satisfies readonly Entry[];

/** Where in the console a page stands. */
export type Here = (typeof entries)[number]['here'];

type NavigationProps = { here: Here; roles: readonly Role[]; language: Language };

/** The way through the console; the place where one is carries `aria-current`. */
export function Navigation({ here, roles, language }: NavigationProps) {
  const label = { nl: 'Console', en: 'Console' }[language];
  const mine = entries.filter(
    (entry: Entry) => !entry.for || entry.for.some((role) => roles.includes(role)),
  );
  return (
    <nav class="places" aria-label={label}>
      <ul>
        {mine.map((entry) => (
          <li>
            <a href={entry.path} aria-current={entry.here === here ? 'page' : undefined}>
              {entry[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
