import type { Need } from '../../../../templates/console/home/need.ts';
import { listOrganisations } from '../../../audience/list-organisations.ts';
import type { Hub } from '../../../hub.ts';
import { findSigner } from '../../../openpgp.ts';
import { listRoleRequests } from '../../../operator/role-request.ts';

/** More are found by the filter of the organisations' own page. */
const mostOrganisations = 20;

/** What waits for an administrator: requests of roles, organisations that nothing can be sent to, a key that is missing. */
export async function listAdministration(
  { sql, config }: Hub,
  operatorId: number,
): Promise<Need[]> {
  const page = { after: null, limit: mostOrganisations };
  const [requests, unreachable, signer] = await Promise.all([
    listRoleRequests(sql),
    listOrganisations(sql, { unreachable: true }, page),
    findSigner(config),
  ]);
  return [
    ...requests.map(({ name, requester, roles, requestedBy }) => ({
      kind: 'roles' as const,
      name,
      requester,
      roles,
      mine: requestedBy === operatorId,
    })),
    ...unreachable.map(({ id, name }) => ({
      kind: 'unreachable' as const,
      organisationId: id,
      name,
    })),
    ...(signer ? [] : [{ kind: 'unsigned' as const }]),
  ];
}
