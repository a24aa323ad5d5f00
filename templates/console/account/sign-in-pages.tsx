import type { Child } from 'hono/jsx';
import { AuthenticatorFields, type Shown } from '../../sign-in/authenticator.tsx';
import { BackupCodes, backupCodesTitle } from '../../sign-in/backup-codes.tsx';
import { PasswordFields } from '../../sign-in/password-fields.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { accountPaths } from './paths.ts';
import { accountWords } from './words.ts';

type Asked = { frame: Frame; filled: Filled };

/** Another password for oneself. */
export function PasswordPage({ frame, filled }: Asked) {
  const w = accountWords[frame.language];
  return (
    <Confirmed frame={frame} filled={filled} what="password" note={w.ends} submit={w.change}>
      <PasswordFields language={frame.language} filled={filled} />
    </Confirmed>
  );
}

/** Another authenticator, in the place of the one that is there. */
export function SecondFactorChangePage({ frame, filled, enrolment }: Asked & { enrolment: Shown }) {
  const w = accountWords[frame.language];
  return (
    <Confirmed frame={frame} filled={filled} what="factor" note={w.replaces} submit={w.change}>
      <AuthenticatorFields language={frame.language} filled={filled} enrolment={enrolment} />
    </Confirmed>
  );
}

/** Other backup codes. */
export function BackupCodesPage({ frame, filled }: Asked) {
  const w = accountWords[frame.language];
  return (
    <Confirmed frame={frame} filled={filled} what="codes" note={w.oldCodes} submit={w.renew} />
  );
}

/** The codes that were just made: this once. */
export function NewCodesPage({ frame, codes }: { frame: Frame; codes: readonly string[] }) {
  const title = backupCodesTitle(frame.language);
  return (
    <ConsoleFrame {...frame} title={title} here="account">
      <h1>{title}</h1>
      <BackupCodes language={frame.language} codes={codes} />
      <p>
        <a href="/console/account">{accountWords[frame.language].back}</a>
      </p>
    </ConsoleFrame>
  );
}

type Props = Asked & {
  what: 'password' | 'factor' | 'codes';
  note: string;
  submit: string;
  children?: Child;
};

/** A form that asks for the password once more: the browser may be borrowed. */
function Confirmed({ frame, filled, what, note, submit, children }: Props) {
  const w = accountWords[frame.language];
  return (
    <ConsoleFrame {...frame} title={w[what]} here="account">
      <h1>{w[what]}</h1>
      <ErrorSummary filled={filled} language={frame.language} />
      <p>{note}</p>
      <form id={filled.form} method="post" action={accountPaths[what]}>
        <TextField
          filled={filled}
          path="current"
          label={w.current}
          type="password"
          autocomplete="current-password"
          required
        />
        {children}
        <FormFoot label={submit}>
          <a href="/console/account">{w.back}</a>
        </FormFoot>
      </form>
    </ConsoleFrame>
  );
}
