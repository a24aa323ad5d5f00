import { Webhook } from 'standardwebhooks';
import { beforeEach, expect, test } from 'vitest';
import { json, listen, type Said } from '../../src/demo/world/listen.ts';
import { openPartner, type Partner } from '../../src/demo/world/partner.ts';
import { atEnd } from '../support/at-end.ts';

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const asked: { path: string; key: string | undefined; body: unknown }[] = [];
let partner: Partner;
let refuses = false;

/** As much of the hub as the partner speaks to. */
beforeEach(async () => {
  asked.length = 0;
  refuses = false;
  const hub = await listen(async (request): Promise<Said> => {
    const path = `${request.method} ${request.url}`;
    asked.push({ path, key: request.headers.authorization, body: await json(request) });
    if (refuses) return { status: 403, body: { title: 'No' } };
    if (request.url === '/api/v1/webhook-contacts')
      return { status: 200, body: { items: [{ id: 7 }] } };
    return { status: 201, body: { webhook: { id: 3 }, secret } };
  });
  atEnd(hub.close);
  partner = await openPartner(hub.url);
  atEnd(partner.close);
});

async function post(event: object, signedWith = secret): Promise<number> {
  const body = JSON.stringify(event);
  const at = new Date();
  const response = await fetch(`${partner.url}/events`, {
    method: 'POST',
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(signedWith).sign('msg_1', at, body),
    },
    body,
  });
  return response.status;
}

test('asks for its webhook by its key, and says why when it gets none', async () => {
  expect(await partner.subscribe('smf_key')).toBe(3);
  const url = `${partner.url}/events`;
  expect(asked.at(-1)).toEqual({
    path: 'POST /api/v1/webhooks',
    key: 'Bearer smf_key',
    body: { contactId: 7, url, form: 'full' },
  });
  refuses = true;
  await expect(partner.subscribe('smf_key')).rejects.toThrow('The hub refused: {"title":"No"}');
});

test('acknowledges what it can check, and nothing that it cannot', async () => {
  await partner.subscribe('smf_key');
  const data = { deliveryId: 12, title: 'Een advies', csaf: { document: {} } };
  const event = { type: 'test.hub.semafoor.publication', subject: 'NCSC-2019-0979/1.00', data };
  expect(await post(event)).toBe(204);
  await partner.atRest();
  expect(asked.at(-1)).toEqual({
    path: 'POST /api/v1/deliveries/12/acknowledgement',
    key: 'Bearer smf_key',
    body: { choice: 'received' },
  });
  const calls = asked.length;
  expect(await post({ ...event, type: 'test.hub.semafoor.notice' })).toBe(204);
  expect(await post(event, `whsec_${Buffer.alloc(32, 6).toString('base64')}`)).toBe(401);
  await partner.atRest();
  expect(asked).toHaveLength(calls);
  expect(partner.received).toMatchObject([
    {
      id: 'msg_1',
      event: { subject: 'NCSC-2019-0979/1.00' },
      acknowledged: 201,
      csaf: '{"document":{}}',
    },
    { event: { type: 'test.hub.semafoor.notice' }, acknowledged: null },
    { event: null, acknowledged: null },
  ]);
});
