import type { ApiKey } from '../../../src/operator/list-keys.ts';
import type { ListedOperator } from '../../../src/operator/list-operators.ts';
import type { OpenSession } from '../../../src/operator/list-sessions.ts';
import { roles } from '../../../src/operator/role.ts';
import { Moment } from '../../moment.tsx';
import { Keys } from '../account/keys.tsx';
import { Sessions } from '../account/sessions.tsx';
import { ChecksField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { roleWords } from '../role-words.ts';
import { rolesIn, State } from './state.tsx';
import { operatorWords } from './words.ts';

export type OperatorPageProps = {
  frame: Frame;
  filled: Filled;
  operator: ListedOperator;
  sessions: readonly OpenSession[];
  keys: readonly ApiKey[];
};

/** One operator, with what an administrator can do about them. */
export function OperatorPage({ frame, filled, operator, sessions, keys }: OperatorPageProps) {
  const { language, caller } = frame;
  const w = operatorWords[language];
  const administers = caller.roles.includes('administrator');
  const path = `/console/operators/${operator.id}`;
  const below = (what: string) => (id: number) => `${path}/${what}/${id}/end`;
  return (
    <ConsoleFrame {...frame} title={operator.name} here="operators">
      <h1>{operator.name}</h1>
      <ErrorSummary filled={filled} language={language} />
      <dl class="facts">
        <dt>{w.email}</dt>
        <dd>{operator.email}</dd>
        <dt>{w.roles}</dt>
        <dd>{rolesIn(language, operator.roles)}</dd>
        <dt>{w.state}</dt>
        <dd>
          <State operator={operator} language={language} />
        </dd>
        <dt>{w.since}</dt>
        <dd>
          <Moment at={operator.createdAt} language={language} />
        </dd>
      </dl>
      {administers && <ChangeRoles frame={frame} filled={filled} operator={operator} />}
      <h2>{w.sessions}</h2>
      <Sessions
        language={language}
        sessions={sessions}
        actionOf={administers ? below('sessions') : undefined}
      />
      <h2>{w.keys}</h2>
      <Keys language={language} keys={keys} actionOf={administers ? below('keys') : undefined} />
      {administers && operator.id !== caller.operator.id && (
        <Grave language={language} operator={operator} path={path} />
      )}
      <p>
        <a href="/console/operators">{w.back}</a>
      </p>
    </ConsoleFrame>
  );
}

type ChangeProps = Pick<OperatorPageProps, 'frame' | 'filled' | 'operator'>;

function ChangeRoles({ frame, filled, operator }: ChangeProps) {
  const { language } = frame;
  const w = operatorWords[language];
  const options = roles.map((role) => ({ value: role, label: roleWords[language][role] }));
  return (
    <form id={filled.form} method="post" action={`/console/operators/${operator.id}/roles`}>
      <h2>{w.change}</h2>
      <ChecksField
        filled={filled}
        path="roles"
        label={w.roles}
        hint={w.rolesHint}
        options={options}
        values={operator.roles}
      />
      <FormFoot label={w.request} />
    </form>
  );
}

type GraveProps = { language: Frame['language']; operator: ListedOperator; path: string };

/** What ends or opens an account. */
function Grave({ language, operator, path }: GraveProps) {
  const w = operatorWords[language];
  if (operator.disabledAt)
    return (
      <form method="post" action={`${path}/enable`} class="actions">
        <FormFoot label={w.enable} />
      </form>
    );
  return (
    <>
      <h2>{w.recovery}</h2>
      <p>{w.recoveryWhy}</p>
      <form method="post" action={`${path}/recovery`}>
        <button type="submit" class="second">
          {w.recover}
        </button>
      </form>
      <h2>{w.disableTitle}</h2>
      <p>{w.disableWhy}</p>
      <form method="post" action={`${path}/disable`}>
        <button type="submit" class="grave">
          {w.disable}
        </button>
      </form>
    </>
  );
}
