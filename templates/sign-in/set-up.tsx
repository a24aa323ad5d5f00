import { RadiosField } from '../console/choice-field.tsx';
import { TextField } from '../console/field.tsx';
import { DoorFrame, type Doorway } from './frame.tsx';
import { PasswordFields } from './password-fields.tsx';

const words = {
  nl: {
    title: 'De eerste beheerder',
    why: 'Deze hub heeft nog geen operators. Maak hier het account van de eerste beheerder, die de anderen uitnodigt. Dit adres werkt één keer.',
    name: 'Naam',
    email: 'E-mailadres',
    tongue: 'Taal van de console',
    submit: 'Account maken',
  },
  en: {
    title: 'The first administrator',
    why: 'This hub has no operators yet. Make the account of the first administrator here, who invites the others. This address works once.',
    name: 'Name',
    email: 'E-mail address',
    tongue: 'Language of the console',
    submit: 'Make the account',
  },
};
const tongues = [
  { value: 'nl', label: <span lang="nl">Nederlands</span> },
  { value: 'en', label: <span lang="en">English</span> },
];

/** Where a hub gets its first operator. */
export function SetUpPage({ doorway }: { doorway: Doorway }) {
  const { language, filled, action } = doorway;
  const w = words[language];
  return (
    <DoorFrame doorway={doorway} title={w.title}>
      <p>{w.why}</p>
      <form id={filled.form} method="post" action={action}>
        <TextField
          filled={filled}
          path="name"
          label={w.name}
          autocomplete="name"
          maxlength={200}
          required
        />
        <TextField
          filled={filled}
          path="email"
          label={w.email}
          type="email"
          autocomplete="username"
          maxlength={254}
          required
        />
        <RadiosField
          filled={filled}
          path="language"
          label={w.tongue}
          options={tongues}
          value={language}
        />
        <PasswordFields language={language} filled={filled} />
        <button type="submit">{w.submit}</button>
      </form>
    </DoorFrame>
  );
}
