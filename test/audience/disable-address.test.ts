import { expect, test } from 'vitest';
import { disableAddress } from '../../src/audience/disable-address.ts';
import { hirePeople } from '../advisory/people.ts';
import { addProviders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';

test('an address is taken out of use once, and only that leaves a row in the trail', async () => {
  const hub = await openTestHub();
  const { fatima } = await hirePeople(hub);
  await addProviders(hub.sql, 1);
  const [address] = await hub.sql<[{ id: number }]>`SELECT id FROM addresses`;
  const disable = (addressId: number, reason: string) =>
    disableAddress(hub, { addressId, reason, operatorId: fatima });
  await disable(address.id, 'it bounces');
  await disable(address.id, 'again');
  const missing = disable(address.id + 1, 'it does not exist');
  await expect(missing).rejects.toMatchObject({ code: 'not_found' });
  expect(await hub.sql`SELECT disabled_reason FROM addresses`).toEqual([
    { disabledReason: 'it bounces' },
  ]);
  expect(await hub.sql`SELECT object FROM audit_entries WHERE action = 'disable'`).toEqual([
    { object: `address:${address.id}` },
  ]);
});
