import type { NamedRequest } from '../../../src/operator/role-request.ts';
import type { Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { rolesIn } from './state.tsx';
import { operatorWords } from './words.ts';

type Props = { frame: Frame; requests: readonly NamedRequest[] };

/** Changes of roles that wait, each with what the reader may decide: never on their own wish. */
export function Requests({ frame, requests }: Props) {
  const { language } = frame;
  const w = operatorWords[language];
  const rows = requests.map((request) => (
    <tr>
      <th scope="row">{request.name}</th>
      <td>{rolesIn(language, request.before)}</td>
      <td>{rolesIn(language, request.roles)}</td>
      <td>{request.requester}</td>
      <td>
        <Decision frame={frame} request={request} />
      </td>
    </tr>
  ));
  return (
    <Table
      id="requests"
      caption={<span class="unseen">{w.requests}</span>}
      head={[w.who, w.now, w.wished, w.by, w.action]}
      empty={w.noRequests}
      rows={rows}
    />
  );
}

function Decision({ frame, request }: { frame: Frame; request: NamedRequest }) {
  const { language, caller } = frame;
  const w = operatorWords[language];
  if (!caller.roles.includes('administrator')) return <>{w.waits}</>;
  const own = request.requestedBy === caller.operator.id;
  return (
    <form method="post" action={`/console/role-requests/${request.id}`} class="actions">
      {own && <span>{w.waits}</span>}
      {!own && (
        <button type="submit" name="decision" value="approved">
          {w.approve} <span class="unseen">({request.name})</span>
        </button>
      )}
      <button type="submit" name="decision" value="refused" class="second">
        {own ? w.takeBack : w.refuse} <span class="unseen">({request.name})</span>
      </button>
    </form>
  );
}
