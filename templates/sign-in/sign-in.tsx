import { TextField } from '../console/field.tsx';
import { DoorFrame, type Doorway } from './frame.tsx';

const words = {
  nl: {
    title: 'Aanmelden',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    submit: 'Verder',
    lost: 'Wachtwoord of authenticator kwijt?',
    out: 'U bent afgemeld.',
  },
  en: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Continue',
    lost: 'Lost your password or authenticator?',
    out: 'You are signed out.',
  },
};

/** Address and password; what comes after them is asked on the next page. */
export function SignInPage({ doorway, signedOut }: { doorway: Doorway; signedOut?: boolean }) {
  const { language, filled, action } = doorway;
  const w = words[language];
  return (
    <DoorFrame doorway={doorway} title={w.title}>
      {signedOut && (
        <p class="done" role="status">
          {w.out}
        </p>
      )}
      <form id={filled.form} method="post" action={action}>
        <TextField
          filled={filled}
          path="email"
          label={w.email}
          type="email"
          autocomplete="username"
          maxlength={254}
          required
        />
        <TextField
          filled={filled}
          path="password"
          label={w.password}
          type="password"
          autocomplete="current-password"
          required
        />
        <button type="submit">{w.submit}</button>
      </form>
      <p>
        <a href={`/recovery?language=${language}`}>{w.lost}</a>
      </p>
    </DoorFrame>
  );
}
