import { roles } from '../../../src/operator/role.ts';
import { ChecksField, RadiosField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { roleWords } from '../role-words.ts';
import { operatorWords } from './words.ts';

const tongues = [
  { value: 'nl', label: <span lang="nl">Nederlands</span> },
  { value: 'en', label: <span lang="en">English</span> },
];

/** A new account for somebody. */
export function InvitePage({ frame, filled }: { frame: Frame; filled: Filled }) {
  const { language } = frame;
  const w = operatorWords[language];
  const options = roles.map((role) => ({ value: role, label: roleWords[language][role] }));
  return (
    <ConsoleFrame {...frame} title={w.invite} here="operators">
      <h1>{w.invite}</h1>
      <ErrorSummary filled={filled} language={language} />
      <form id={filled.form} method="post" action="/console/operators">
        <TextField filled={filled} path="name" label={w.name} maxlength={200} required />
        <TextField
          filled={filled}
          path="email"
          label={w.email}
          type="email"
          maxlength={254}
          required
        />
        <ChecksField
          filled={filled}
          path="roles"
          label={w.roles}
          hint={w.rolesHint}
          options={options}
        />
        <RadiosField
          filled={filled}
          path="language"
          label={w.tongue}
          options={tongues}
          value={language}
        />
        <FormFoot label={w.sendInvite}>
          <a href="/console/operators">{w.back}</a>
        </FormFoot>
      </form>
    </ConsoleFrame>
  );
}
