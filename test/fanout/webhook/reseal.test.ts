import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { inventSecret } from '../../../src/channel/webhook/sign.ts';
import { findEndpoint } from '../../../src/fanout/webhook/find-endpoint.ts';
import { resealSecrets } from '../../../src/fanout/webhook/reseal-secrets.ts';
import { openHub } from '../../../src/hub.ts';
import { seal } from '../../../src/operator/sealed.ts';
import { atEnd } from '../../support/at-end.ts';
import { createAddress, createContact } from '../../support/audience.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';

/** The same hub after a restart with other keys. */
async function restart({ config }: TestHub, linkKeys: TestHub['config']['linkKeys']) {
  const hub = await openHub({ ...config, linkKeys, logLevel: 'silent' });
  atEnd(() => hub.close());
  return hub;
}

test('a new link key takes the secrets of webhooks over, and the old one may go', async () => {
  const first = await openTestHub();
  const contactId = await createContact(first, { name: 'Wacht', organisationIds: [] });
  const target = 'https://hooks.net.test/';
  const addressId = await createAddress(first, { contactId, channel: 'webhook', target });
  const [newest, before] = [inventSecret(), inventSecret()];
  await first.sql`
    INSERT INTO webhooks (address_id, form, secret, previous_secret, previous_until)
    VALUES (${addressId}, 'thin', ${await seal(first, newest)}, ${await seal(first, before)}, clock_timestamp() + interval '1 day')`;
  const fresh = { id: 'fresh', key: randomBytes(32) };
  const both = await restart(first, [fresh, ...first.config.linkKeys]);
  const alone = await restart(first, [fresh]);
  expect(await findEndpoint(alone, addressId)).toBeNull();
  expect(await resealSecrets(alone)).toBe(0);
  expect(await resealSecrets(both)).toBe(1);
  expect(await resealSecrets(both)).toBe(0);
  const secrets = [newest, before];
  expect(await findEndpoint(alone, addressId)).toEqual({ form: 'thin', secrets });

  await first.sql`UPDATE webhooks SET previous_until = clock_timestamp() - interval '1 second'`;
  expect((await findEndpoint(alone, addressId))?.secrets).toEqual([newest]);
  await resealSecrets(alone);
  const [row] = await first.sql`SELECT previous_secret FROM webhooks`;
  expect(row?.previousSecret).toBeNull();
});
