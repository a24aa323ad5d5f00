import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import type { Letter } from '../../src/channel/channel.ts';
import { originOf } from '../../src/channel/webhook/event.ts';
import { inventSecret, signedHeaders } from '../../src/channel/webhook/sign.ts';
import type { WebhookConfig } from '../../src/channel/webhook/webhook.ts';
import { letter, recipientAt } from './contract.ts';
import { openWebhookStage, secret } from './webhook-stage.ts';

type Stage = Awaited<ReturnType<typeof openWebhookStage>>;

async function send({ channel, target }: Stage, change: Partial<Letter> = {}) {
  const said = channel.compose({ ...letter, ...change });
  const message = await channel.finish(said, recipientAt(target('karim')));
  return channel.send(message, { urgent: false, timeoutMs: 20_000 });
}

/** What the partner read, after the library of Standard Webhooks was content with its signature. */
async function received(stage: Stage, key = secret) {
  const [taken] = stage.received;
  if (!taken) throw new Error('Nothing came.');
  return new Webhook(key).verify(taken.body, taken.headers) as Record<string, unknown>;
}

const url = 'https://hub.example.nl/acknowledge/AbC-_1234567890';

test('an event is signed, is a CloudEvent, and has the document inside', async () => {
  const stage = await openWebhookStage();
  expect(await send(stage)).toEqual({ detail: 'HTTP 204' });
  expect(await received(stage)).toEqual({
    specversion: '1.0',
    id: '7.abcdefghij',
    source: 'urn:nld:hub.test:semafoor',
    type: 'test.hub.semafoor.publication',
    subject: 'NCSC-2019-0979/1.00',
    time: '2020-01-11T09:00:00.000Z',
    datacontenttype: 'application/json',
    data: {
      trackingId: 'NCSC-2019-0979',
      deliveryId: 7,
      acknowledgeUrl: url,
      csaf: { document: { title: 'Een titel' } },
    },
  });
  expect(stage.received[0]?.headers).toMatchObject({
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': '7.abcdefghij',
  });
  expect(stage.attempts).toMatchObject([{ addressId: 3, deliveryId: 7, status: 204 }]);
});

test('while a secret is replaced both open the signature, and no third', async () => {
  const secrets = [inventSecret(), secret];
  const stage = await openWebhookStage({ findEndpoint: async () => ({ form: 'thin', secrets }) });
  await send(stage);
  for (const key of secrets)
    expect(await received(stage, key)).toMatchObject({ specversion: '1.0' });
  await expect(received(stage, inventSecret())).rejects.toThrow();
});

test('the timestamp is the moment of sending: an old message is not taken', () => {
  const body = Buffer.from('{}');
  const headers = signedHeaders([secret], { id: 'x', timestamp: 1_578_000_000, body });
  expect(() => new Webhook(secret).verify('{}', headers)).toThrow(/old/);
});

const large = `"${'x'.repeat(256 * 1024)}"`;
const cases: [string, Partial<WebhookConfig>, Partial<Letter>, string[]][] = [
  [
    'a document above 256 KiB goes by its address',
    { findDocument: async () => large },
    {},
    ['csafUrl'],
  ],
  ['what CSAF has no word for goes as text', { findDocument: async () => null }, {}, ['text']],
  ['thin is thin', { findEndpoint: async () => ({ form: 'thin', secrets: [secret] }) }, {}, []],
  [
    'a pointer carries nothing',
    {},
    { event: { type: 'pointer', subject: null, at: null, versionId: null, data: {} } },
    [],
  ],
];

test.each(cases)('%s', async (_, config, change, inside) => {
  const stage = await openWebhookStage(config);
  await send(stage, change);
  const { data } = (await received(stage)) as { data: object };
  const known = ['csaf', 'csafUrl', 'text'];
  expect(Object.keys(data).filter((name) => known.includes(name))).toEqual(inside);
  if (change.event)
    expect(JSON.stringify(await received(stage))).not.toMatch(/NCSC|titel|CLEAR|M\/H/);
});

test.each([
  [{ status: 410 }, { permanent: true, message: 'HTTP 410' }],
  [{ status: 404 }, { permanent: false, message: 'HTTP 404' }],
  [
    { status: 301, headers: { Location: 'http://127.0.0.1/' } },
    { permanent: false, message: 'HTTP 301: redirects are not followed' },
  ],
  [
    { status: 429, headers: { 'Retry-After': '90' }, body: 'slowly' },
    { permanent: false, retryAfter: 90, message: 'HTTP 429' },
  ],
])('%o is no delivery', async (reply, error) => {
  const stage = await openWebhookStage();
  stage.answer('karim', reply);
  await expect(send(stage)).rejects.toMatchObject({ ...error, inDoubt: false, relay: false });
  expect(stage.attempts).toMatchObject([
    { status: reply.status, answer: (reply as { body?: string }).body ?? '' },
  ]);
});

test('without a subscription there is nothing to sign with', async () => {
  const stage = await openWebhookStage({ findEndpoint: async () => null });
  await expect(send(stage)).rejects.toMatchObject({ permanent: true });
  expect(stage.received).toEqual([]);
});

test.each([
  ['hub.ncsc.nl', 'urn:nld:hub.ncsc.nl:semafoor', 'nl.ncsc.hub.semafoor'],
  ['127.0.0.1', 'urn:nld:localhost:semafoor', 'localhost.semafoor'],
  ['[::1]', 'urn:nld:localhost:semafoor', 'localhost.semafoor'],
])('%s speaks as %s', (host, source, typePrefix) =>
  expect(originOf(host)).toEqual({ source, typePrefix }),
);
