import type { Language } from '../../src/advisory/language.ts';

const words = {
  nl: {
    title: 'Uw reservecodes',
    why: 'Bewaar deze codes buiten uw telefoon, op papier of in een wachtwoordkluis. Elke code vervangt één keer uw authenticator. Ze zijn alleen nu te zien.',
  },
  en: {
    title: 'Your backup codes',
    why: 'Keep these codes away from your phone, on paper or in a password vault. Each replaces your authenticator once. They are shown now and never again.',
  },
};

export const backupCodesTitle = (language: Language) => words[language].title;

/** Codes for when the authenticator is lost, shown this once. */
export function BackupCodes({ language, codes }: { language: Language; codes: readonly string[] }) {
  return (
    <>
      <p>{words[language].why}</p>
      <ul>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
