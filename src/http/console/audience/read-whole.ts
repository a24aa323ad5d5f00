import type { Whole } from '../../../../templates/console/audience/organisation-page.tsx';
import { listTold } from '../../../acknowledgement/list-told.ts';
import { listAddresses } from '../../../audience/list-addresses.ts';
import { listContacts } from '../../../audience/list-contacts.ts';
import { listOrganisations } from '../../../audience/list-organisations.ts';
import { listSoftwareUses } from '../../../audience/list-software-uses.ts';
import { findOrganisation } from '../../../audience/organisation.ts';
import type { Sql } from '../../../database/connect.ts';

const some = { after: null, limit: 200 };

/** An organisation with everything about it. @throws HubError not_found */
export async function readWhole(sql: Sql, organisationId: number): Promise<Whole> {
  const organisation = await findOrganisation(sql, organisationId);
  const { parentId, regulatorId } = organisation;
  const related = (id: number | null) => (id === null ? null : findOrganisation(sql, id));
  const [parent, regulator, children, regulated] = await Promise.all([
    related(parentId),
    related(regulatorId),
    listOrganisations(sql, { parentId: organisationId }, some),
    listOrganisations(sql, { regulatorId: organisationId }, some),
  ]);
  const [contacts, addresses, uses, told] = await Promise.all([
    listContacts(sql, { organisationId }, some),
    listAddresses(sql, { organisationId }, { after: null, limit: 1000 }),
    listSoftwareUses(sql, { organisationId }, some),
    listTold(sql, organisationId, { after: null, limit: 10 }),
  ]);
  return {
    ...{ organisation, parent, regulator, children, regulated },
    ...{ contacts, addresses, uses, told },
  };
}
