import { AuthenticatorFields, type Shown } from './authenticator.tsx';
import { DoorFrame, type Doorway } from './frame.tsx';

const words = {
  nl: {
    title: 'Tweede factor instellen',
    why: 'Aanmelden gaat hier altijd met een wachtwoord en een code. Pas hierna opent de console.',
    submit: 'In gebruik nemen',
  },
  en: {
    title: 'Set up your second factor',
    why: 'Signing in always takes a password and a code here. The console opens after this.',
    submit: 'Take into use',
  },
};

/** Where somebody with a password alone can go: nowhere else. */
export function EnrolPage({ doorway, enrolment }: { doorway: Doorway; enrolment: Shown }) {
  const { language, filled, action } = doorway;
  const w = words[language];
  return (
    <DoorFrame doorway={doorway} title={w.title}>
      <p>{w.why}</p>
      <form id={filled.form} method="post" action={action}>
        <AuthenticatorFields language={language} filled={filled} enrolment={enrolment} />
        <button type="submit">{w.submit}</button>
      </form>
    </DoorFrame>
  );
}
