import { TextField } from '../console/field.tsx';
import { DoorFrame, type Doorway } from './frame.tsx';

const words = {
  nl: {
    title: 'Tweede factor',
    code: 'Code',
    hint: 'De zes cijfers die uw authenticator nu toont. Bent u die kwijt, gebruik dan een van uw reservecodes.',
    submit: 'Aanmelden',
    again: 'Opnieuw beginnen',
  },
  en: {
    title: 'Second factor',
    code: 'Code',
    hint: 'The six digits that your authenticator shows now. If you lost it, use one of your backup codes.',
    submit: 'Sign in',
    again: 'Begin again',
  },
};

/** The second half of a sign-in. */
export function SecondFactorPage({ doorway }: { doorway: Doorway }) {
  const { language, filled, action } = doorway;
  const w = words[language];
  return (
    <DoorFrame doorway={doorway} title={w.title}>
      <form id={filled.form} method="post" action={action}>
        <TextField
          filled={filled}
          path="code"
          label={w.code}
          hint={w.hint}
          autocomplete="one-time-code"
          maxlength={20}
          required
        />
        <button type="submit">{w.submit}</button>
      </form>
      <p>
        <a href={`/sign-in?language=${language}`}>{w.again}</a>
      </p>
    </DoorFrame>
  );
}
