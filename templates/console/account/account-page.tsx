import type { ApiKey } from '../../../src/operator/list-keys.ts';
import type { OpenSession } from '../../../src/operator/list-sessions.ts';
import { ChecksField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { KeyTermField } from '../key-term-field.tsx';
import { roleWords } from '../role-words.ts';
import { Keys } from './keys.tsx';
import { accountPaths } from './paths.ts';
import { Sessions } from './sessions.tsx';
import { accountWords } from './words.ts';

type Props = {
  frame: Frame;
  filled: Filled;
  sessions: readonly OpenSession[];
  keys: readonly ApiKey[];
  here: number | undefined;
};

/** Everything about oneself: how one signs in, where one is signed in, and one's keys. */
export function AccountPage({ frame, filled, sessions, keys, here }: Props) {
  const { language, caller } = frame;
  const w = accountWords[language];
  const { operator } = caller;
  const roles = operator.roles.map((role) => roleWords[language][role]).join(', ');
  return (
    <ConsoleFrame {...frame} title={w.title} here="account">
      <h1>{w.title}</h1>
      <ErrorSummary filled={filled} language={language} />
      <dl class="facts">
        <dt>{w.email}</dt>
        <dd>{operator.email}</dd>
        <dt>{w.roles}</dt>
        <dd>{roles || w.none}</dd>
      </dl>
      <h2>{w.signIn}</h2>
      <ul>
        {(['password', 'factor', 'codes'] as const).map((what) => (
          <li>
            <a href={accountPaths[what]}>{w[what]}</a>
          </li>
        ))}
      </ul>
      <h2>{w.sessions}</h2>
      <Sessions
        language={language}
        sessions={sessions}
        here={here}
        actionOf={(id) => `/console/account/sessions/${id}/end`}
      />
      <h2>{w.keys}</h2>
      <Keys
        language={language}
        keys={keys}
        actionOf={(id) => `/console/account/keys/${id}/revoke`}
      />
      <NewKey frame={frame} filled={filled} />
    </ConsoleFrame>
  );
}

function NewKey({ frame, filled }: { frame: Frame; filled: Filled }) {
  const { language, caller } = frame;
  const w = accountWords[language];
  const options = caller.operator.roles.map((role) => ({
    value: role,
    label: roleWords[language][role],
  }));
  return (
    <form id="key" method="post" action="/console/account/keys">
      <h3>{w.newKey}</h3>
      <TextField
        filled={filled}
        path="name"
        label={w.name}
        hint={w.nameHint}
        maxlength={100}
        required
      />
      <ChecksField
        filled={filled}
        path="roles"
        label={w.scope}
        hint={w.scopeHint}
        options={options}
      />
      <KeyTermField filled={filled} language={language} usual={90} />
      <FormFoot label={w.make} />
    </form>
  );
}
