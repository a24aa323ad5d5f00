import { beforeEach, expect, test } from 'vitest';
import { listOpenTasks } from '../../../src/acknowledgement/list-tasks.ts';
import { keepAttempt } from '../../../src/fanout/webhook/keep-attempt.ts';
import { tendWebhooks } from '../../../src/fanout/webhook/tend.ts';
import type { Hub } from '../../../src/hub.ts';
import { createAddress, createContact, createOrganisation } from '../../support/audience.ts';
import { openTestHub } from '../../support/hub.ts';
import { createTestChannel, type TestChannel } from '../../support/test-channel.ts';

let hub: Hub;
let mail: TestChannel;
let webhookId: number;

beforeEach(async () => {
  hub = await openTestHub();
  mail = createTestChannel();
  const net = await createOrganisation(hub, { name: 'Net' });
  const contactId = await createContact(hub, { name: 'Wacht', organisationIds: [net] });
  await createAddress(hub, { contactId, target: 'wacht@net.test' });
  webhookId = await createAddress(hub, {
    contactId,
    channel: 'webhook',
    target: 'https://hooks.net.test/secret-path',
  });
  await hub.sql`
    INSERT INTO webhooks (address_id, organisation_id, form, secret) VALUES (${webhookId}, ${net}, 'thin', '')`;
});

const attempt = (status: number | null) =>
  keepAttempt(hub, {
    addressId: webhookId,
    deliveryId: 7,
    key: 'k',
    status,
    answer: 'an answer\0',
    durationMs: 12,
  });

/** As if it had failed since, and was tried a moment ago. */
async function failFor(hours: number) {
  await attempt(503);
  await hub.sql`
    UPDATE webhooks SET failing_since = clock_timestamp() - ${hours} * interval '1 hour',
           warned_at = warned_at - ${hours} * interval '1 hour'`;
}

const tend = () => tendWebhooks(hub, [mail]);
const state = async () => {
  const [row] = await hub.sql`
    SELECT w.failing_since IS NOT NULL AS failing, w.warned_at IS NOT NULL AS warned, a.disabled_reason
    FROM webhooks w JOIN addresses a ON a.id = w.address_id WHERE a.id = ${webhookId}`;
  return row;
};

test('after a day its contact is warned by mail, once; success forgets it', async () => {
  await failFor(23);
  await tend();
  expect(mail.arrived).toEqual([]);
  await failFor(25);
  await tend();
  await tend();
  expect(mail.arrived.map(({ target }) => target)).toEqual(['wacht@net.test']);
  expect(await state()).toEqual({ failing: true, warned: true, disabledReason: null });
  await attempt(204);
  expect(await state()).toEqual({ failing: false, warned: false, disabledReason: null });
});

test('a warning that did not leave is tried again', async () => {
  mail.react('wacht@net.test', { refuse: 'later', as: { permanent: false } }, 'take');
  await failFor(25);
  await tend();
  expect((await state())?.warned).toBe(false);
  await tend();
  expect(mail.arrived).toHaveLength(1);
});

test('after 75 hours, warned a day before, it is disabled, and a task says so', async () => {
  await failFor(30);
  await tend();
  await failFor(74);
  await tend();
  expect((await state())?.disabledReason).toBeNull();
  await failFor(76);
  await tend();
  expect((await state())?.disabledReason).toBe('it took nothing for 75 hours');
  const tasks = await listOpenTasks(hub.sql, 10);
  expect(tasks).toMatchObject([{ kind: 'webhook disabled', addressId: webhookId }]);
  await tend();
  expect(await listOpenTasks(hub.sql, 10)).toHaveLength(1);
  const rows = await hub.sql`
    SELECT actor, action FROM audit_entries WHERE object = ${`address:${webhookId}`}`;
  expect(rows).toEqual([{ actor: 'system', action: 'disable' }]);
});

test('one that cannot be warned is disabled after a week, one that failed once never', async () => {
  await hub.sql`UPDATE addresses SET disabled_at = hub_now() WHERE channel = 'email'`;
  await failFor(76);
  await tendWebhooks(hub, []);
  expect((await state())?.disabledReason).toBeNull();
  await failFor(170);
  await hub.sql`UPDATE webhook_attempts SET at = clock_timestamp() - interval '170 hours'`;
  await tendWebhooks(hub, []);
  expect((await state())?.disabledReason).toBeNull();
  await failFor(170);
  await tendWebhooks(hub, []);
  expect((await state())?.disabledReason).toBe('it took nothing for 75 hours');
});

test('the newest hundred tries are kept', async () => {
  for (let n = 0; n < 105; n += 1) await attempt(n % 2 === 0 ? 204 : null);
  const [kept] =
    await hub.sql`SELECT count(*), count(*) FILTER (WHERE status IS NULL) AS none FROM webhook_attempts`;
  expect(kept).toEqual({ count: 100, none: 50 });
});
