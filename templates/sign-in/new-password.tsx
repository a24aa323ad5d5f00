import { DoorFrame, type Doorway } from './frame.tsx';
import { PasswordFields } from './password-fields.tsx';

const words = {
  nl: {
    invitation: 'Welkom bij de hub',
    recovery: 'Uw account herstellen',
    invited:
      'U bent uitgenodigd. Kies een wachtwoord; daarna stelt u een tweede factor in. Dit adres werkt één keer.',
    recovered:
      'Kies een nieuw wachtwoord; daarna stelt u opnieuw een tweede factor in. Alle sessies van dit account eindigen. Dit adres werkt één keer.',
    account: 'Account',
    submit: 'Verder',
  },
  en: {
    invitation: 'Welcome to the hub',
    recovery: 'Recover your account',
    invited:
      'You are invited. Choose a password; after that you set up a second factor. This address works once.',
    recovered:
      'Choose a new password; after that you set up a second factor again. Every session of this account ends. This address works once.',
    account: 'Account',
    submit: 'Continue',
  },
};

type Props = {
  doorway: Doorway;
  kind: 'invitation' | 'recovery';
  operator: { name: string; email: string };
};

/** Behind a one-time address: a password for the account that it is for. */
export function NewPasswordPage({ doorway, kind, operator }: Props) {
  const { language, filled, action } = doorway;
  const w = words[language];
  return (
    <DoorFrame doorway={doorway} title={w[kind]}>
      <p>{kind === 'invitation' ? w.invited : w.recovered}</p>
      <p>
        {w.account}: {operator.name} ({operator.email})
      </p>
      <form id={filled.form} method="post" action={action}>
        {/* A password manager keeps the password under this name. */}
        <input type="hidden" autocomplete="username" value={operator.email} />
        <PasswordFields language={language} filled={filled} />
        <button type="submit">{w.submit}</button>
      </form>
    </DoorFrame>
  );
}
