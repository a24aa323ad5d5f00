import { expect, test } from 'vitest';
import { addAudience } from '../../src/audience/audience.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { unlinkContact } from '../../src/audience/unlink-contact.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople } from '../advisory/people.ts';
import { createAddress, createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';

test('a contact that is taken off an organisation follows no more on its behalf, and the record says so', async () => {
  const hub = await openTestHub();
  const people = await hirePeople(hub);
  const operatorId = people.fatima;
  const water = await createOrganisation(hub, { name: 'Water' });
  const gas = await createOrganisation(hub, { name: 'Gas' });
  const shared = await createContact(hub, { name: 'Shared SOC', organisationIds: [water, gas] });
  const karim = await createContact(hub, { name: 'Karim', organisationIds: [water] });
  await createAddress(hub, { contactId: shared, target: 'soc@example.nl' });
  await createAddress(hub, { contactId: karim, target: 'karim@example.nl' });
  const selection = { organisationIds: [water, gas] };
  const told = { name: 'told', selection, tlpCeiling: 'RED' as const, operatorId };
  const audienceId = await addAudience(hub, told);
  const changes = ['first' as const];
  await addPolicyLine(hub, { audienceId, channelRule: 'every', changes, operatorId });
  const { id, advisoryId } = await toPublication(hub, people);
  await expandNext(hub);

  const listOf = (versionId: number) => hub.sql`
    SELECT c.name, d.state, d.organisation_ids, d.detail
    FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id JOIN contacts c ON c.id = d.contact_id
    WHERE p.version_id = ${versionId} ORDER BY c.name`;
  expect((await listOf(id)).map(({ state }) => state)).toEqual(['queued', 'queued']);

  const counted = await unlinkContact(hub, {
    contactId: shared,
    organisationId: water,
    operatorId,
  });
  expect(counted.advisories).toBe(1);
  await unlinkContact(hub, { contactId: karim, organisationId: water, operatorId });
  const next = await toPublication(hub, people, { advisoryId, change: 'raised' });
  await expandNext(hub);
  expect(await listOf(next.id)).toEqual([
    {
      name: 'Karim',
      state: 'skipped',
      organisationIds: [water],
      detail: 'the contact is no longer one of this organisation',
    },
    { name: 'Shared SOC', state: 'queued', organisationIds: [gas], detail: null },
  ]);
});
