import type { ListedOperator } from '../../../src/operator/list-operators.ts';
import type { NamedRequest } from '../../../src/operator/role-request.ts';
import { Moment } from '../../moment.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { Requests } from './requests.tsx';
import { rolesIn, State } from './state.tsx';
import { operatorWords } from './words.ts';

type Props = {
  frame: Frame;
  operators: readonly ListedOperator[];
  requests: readonly NamedRequest[];
};

/** Everybody with an account, and the roles that wait for a second administrator. */
export function OperatorsPage({ frame, operators, requests }: Props) {
  const { language, caller } = frame;
  const w = operatorWords[language];
  const rows = operators.map((operator) => (
    <tr>
      <th scope="row">
        <a href={`/console/operators/${operator.id}`}>{operator.name}</a>
        <br />
        <span class="quiet">{operator.email}</span>
      </th>
      <td>{rolesIn(language, operator.roles)}</td>
      <td>
        <State operator={operator} language={language} />
      </td>
      <td>{operator.lastSeenAt ? <Moment at={operator.lastSeenAt} language={language} /> : '–'}</td>
    </tr>
  ));
  return (
    <ConsoleFrame {...frame} title={w.title} here="operators">
      <h1>{w.title}</h1>
      {caller.roles.includes('administrator') && (
        <p class="actions">
          <a class="button" href="/console/operators/new">
            {w.invite}
          </a>
        </p>
      )}
      <h2>{w.requests}</h2>
      <Requests frame={frame} requests={requests} />
      <Table
        id="operators"
        caption={w.title}
        head={[w.who, w.roles, w.state, w.seen]}
        empty={w.empty}
        rows={rows}
      />
    </ConsoleFrame>
  );
}
