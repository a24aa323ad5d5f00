import type { Language } from '../../src/advisory/language.ts';
import { TextField } from '../console/field.tsx';
import type { Filled } from '../console/filled.ts';

const words = {
  nl: {
    password: 'Nieuw wachtwoord',
    hint: 'Ten minste 12 tekens; een zin van een paar woorden is het sterkst. Niet uw eigen naam of adres.',
    repeated: 'Nogmaals hetzelfde wachtwoord',
  },
  en: {
    password: 'New password',
    hint: 'At least 12 characters; a sentence of a few words is strongest. Not your own name or address.',
    repeated: 'The same password again',
  },
};

/** A new password, twice. */
export function PasswordFields({ language, filled }: { language: Language; filled: Filled }) {
  const w = words[language];
  const shared = {
    filled,
    type: 'password',
    autocomplete: 'new-password',
    required: true,
  } as const;
  return (
    <>
      <TextField {...shared} path="password" label={w.password} hint={w.hint} />
      <TextField {...shared} path="repeated" label={w.repeated} />
    </>
  );
}
