import { beforeAll, expect, test, vi } from 'vitest';
import { recountAnswers } from '../../src/acknowledgement/recount-answers.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { selectionSchema } from '../../src/audience/selection.ts';
import { verify } from '../../src/fanout/verify.ts';
import { createApp } from '../../src/http/app.tsx';
import { assetPaths } from '../../src/http/asset.ts';
import { highHigh } from '../advisory/example.ts';
import { exampleDocument, toBytes } from '../advisory/formats/example-document.ts';
import { toApproval } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { certificate, certificateKey } from '../channel/certificate.ts';
import { openTelegram, type Telegram } from '../channel/telegram-server.ts';
import { countStates } from '../fanout/ledger.ts';
import { written } from '../http/bot/people.ts';
import { saidIn } from '../http/bot/webhook.ts';
import { type ApiVisitor, createApiVisitor } from '../support/api-visitor.ts';
import { atEnd } from '../support/at-end.ts';
import { addProviders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { keyFor, signIn } from '../support/sign-in.ts';
import { openTestSmtp } from '../support/smtp.ts';
import type { Smtp } from '../support/smtp-server.ts';
import { createVisitor, firefox, pass } from '../support/visitor.ts';
import { startWorker, type Worker } from './wrangler.ts';

// The hub on Cloudflare Workers: workerd itself, wrangler's own queues, PostgreSQL behind Hyperdrive's stand-in.

const providers = 1000;
/** In ms: bundling and workerd share this machine with whatever else runs. */
const patience = 240_000;

let smtp: Smtp;
let telegram: Telegram;
let hub: TestHub;
let people: People;
let worker: Worker;
let dewi: ApiVisitor;

beforeAll(async () => {
  smtp = await openTestSmtp({ cert: certificate, key: certificateKey, secure: true });
  telegram = await openTelegram();
  atEnd(() => telegram.close());
  const { token, apiRoot } = telegram;
  const bot = { token, apiRoot, webhookSecret: 'a-secret-of-this-test', botName: undefined };
  hub = await openTestHub({ mail: { relays: [smtp.relay] }, telegram: bot });
  people = await hirePeople(hub);
  const operatorId = people.fatima;
  const selection = selectionSchema.parse({ kinds: ['vital provider'] });
  const audienceId = await addAudience(hub, {
    name: 'vital providers',
    selection,
    tlpCeiling: 'RED',
    operatorId,
  });
  await addPolicyLine(hub, { position: 1, audienceId, channelRule: 'every', operatorId });
  await addProviders(hub.sql, providers);
  worker = await startWorker(hub);
  dewi = await createApiVisitor(worker.app, await keyFor(hub, people.dewi));
}, patience);

/** Waits until all that was decided has been sent. */
async function untilSent(): Promise<Record<string, number>> {
  await vi.waitFor(
    async () => {
      const open = await hub.sql`SELECT FROM dispatches WHERE finished_at IS NULL`;
      if (open.count > 0) throw new Error(`Not all is sent: ${await worker.log()}`);
    },
    { timeout: patience - 20_000, interval: 100 },
  );
  return countStates(hub);
}

/** Waits until wrangler says that a message of this queue was consumed, which it does when the invocation is over. */
const untilWoken = (queue: string) =>
  vi.waitFor(
    async () => {
      expect(await worker.log()).toMatch(new RegExp(`QUEUE ${queue} 1/1`));
    },
    { timeout: patience - 20_000, interval: 100 },
  );

const linkIn = (raw: string) =>
  /https:\/\/hub\.test(\/acknowledge\/\S+)/.exec(raw.replaceAll('=\r\n', ''))?.[1] ?? '';

test(
  'publishing wakes the queue, every provider gets one mail, and the ledger is right',
  async () => {
    const { id } = await toApproval(hub, people, { trackingId: 'NCSC-2020-0001' });
    const published = await dewi.post(`/versions/${id}/publication`);
    expect(published.body).toMatchObject({ state: 'published' });
    expect(await untilSent()).toEqual({ sent: providers });
    expect(new Set(smtp.messages.map(({ to }) => to)).size).toBe(providers);
    expect(smtp.messages).toHaveLength(providers);
    expect(smtp.mostConnections()).toBeLessThanOrEqual(4);
    expect(await verify(hub)).toEqual([]);
    await untilWoken('semafoor-ordinary');
  },
  patience,
);

test('who got it acknowledges on its own page, and the answer counts', async () => {
  const karim = createVisitor(worker.app);
  const page = await karim.open(linkIn(smtp.messages[0]?.raw ?? ''));
  expect([page.status, page.html]).toEqual([200, expect.stringContaining('NCSC-2020-0001')]);
  await pass(hub, 60);
  await karim.send(page, 'answer', { choice: 'received' });
  const counted = await hub.sql`
    SELECT FROM organisation_dispatches WHERE choice = 'received' AND acknowledged_at IS NOT NULL`;
  expect(counted).toHaveLength(1);
  expect(await recountAnswers(hub)).toEqual([]);
});

test('the website, the feeds, the API and the console answer as they do on Node', async () => {
  const visitor = createVisitor(worker.app);
  expect((await visitor.open('/readyz')).status).toBe(200);
  for (const path of ['/nl', '/en', '/advisories/NCSC-2020-0001', '/feeds/en.rss']) {
    const { status, html } = await visitor.open(path);
    expect([path, status, html]).toEqual([path, 200, expect.stringContaining('NCSC-2020-0001')]);
  }
  const { headers } = await visitor.open('/feeds/nl.rss');
  const again = { headers: { 'If-None-Match': headers.get('etag') ?? '' } };
  expect((await visitor.open('/feeds/nl.rss', again)).status).toBe(304);
  expect((await dewi.get('/advisories/NCSC-2020-0001/coverage')).status).toBe(200);
  const console = createVisitor(worker.app, { ...firefox, ...(await signIn(hub, people.dewi)) });
  expect((await console.open('/console')).html).toContain('Dewi (duty officer)');
});

test('the files that pages need are the same as on Node, and no Worker is asked for them', async () => {
  const node = createApp(() => hub);
  const kept = ['content-type', 'cache-control', 'content-security-policy'];
  const read = async (app: Worker['app'], path: string) => {
    const answer = await app.request(path);
    const { status, headers } = answer;
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    const asked = headers.has('x-request-id');
    return { status, bytes, asked, headers: kept.map((name) => headers.get(name)) };
  };
  expect(assetPaths.length).toBeGreaterThan(1);
  for (const path of assetPaths)
    expect(await read(worker.app, path)).toEqual({ ...(await read(node, path)), asked: false });
  const older = '/assets/an-older-one/style.css';
  expect(await read(worker.app, older)).toEqual(await read(node, older));
});

test('Telegram brings what people say to the bot, with its secret, and they are answered', async () => {
  const bring = async (secret: string) => {
    const answer = await worker.app.request('/telegram/updates', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': secret,
      },
      body: JSON.stringify(written({ chat: 42, language: 'nl' }, '/alles')),
    });
    return answer.status;
  };
  expect(await bring('another-secret-of-it')).toBe(401);
  expect(await bring('a-secret-of-this-test')).toBe(200);
  expect(saidIn(telegram, 42).map(({ text }) => text)).toEqual([
    'U krijgt in deze chat alle openbare beveiligingsadviezen.',
  ]);
  expect(await hub.sql`SELECT target FROM addresses WHERE subscription_id IS NOT NULL`).toEqual([
    { target: '42' },
  ]);
});

test('a CSAF document is not imported here, and the answer says why', async () => {
  const anouk = await createApiVisitor(worker.app, await keyFor(hub, people.anouk));
  const body = toBytes(exampleDocument()) as BodyInit;
  const { status, body: problem } = await anouk.ask('POST', '/imports/csaf', {
    body,
    headers: { 'Content-Type': 'application/json' },
  });
  expect([status, problem.detail]).toEqual([501, expect.stringContaining('generate code')]);
  const form = new FormData();
  form.append('csaf', new Blob([body as BlobPart], { type: 'application/json' }), 'a.json');
  expect((await anouk.ask('POST', '/csaf', { body: form })).status).toBe(501);
});

test(
  'Urgent has a queue of its own; who is told at a set time is told by the round of each minute',
  async () => {
    const { id } = await toApproval(hub, people, {
      trackingId: 'NCSC-2020-0002',
      likelihood: 'high',
      matrix: highHigh,
    });
    const at = new Date((await hub.now()).getTime() + 3_600_000);
    await hub.sql`UPDATE versions SET publish_at = ${at} WHERE id = ${id}`;
    await worker.tick();
    expect(await countStates(hub)).toEqual({ sent: providers });
    await pass(hub, 3601);
    await worker.tick();
    expect(await untilSent()).toEqual({ sent: 2 * providers });
    await untilWoken('semafoor-urgent');
    expect(await verify(hub)).toEqual([]);
  },
  patience,
);

test(
  'a public page is made once for all, and what is withdrawn shows at once',
  async () => {
    // A language of one's own is unknown to the memory of the isolate: what is found is in the cache of the data centre.
    const read = async (path: string, language: string) => {
      const headers = { 'accept-language': language, 'accept-encoding': 'identity' };
      return (await worker.app.request(path, { headers })).text();
    };
    const paths = ['/advisories/NCSC-2020-0001', '/feeds/en.json', '/en'];
    const readAll = (language: string) => Promise.all(paths.map((path) => read(path, language)));
    const before = await readAll('en');
    // What only a page that is made anew would show: nobody publishes so.
    await hub.sql`UPDATE advisories SET tracking_id = 'NCSC-2020-9999' WHERE tracking_id = 'NCSC-2020-0002'`;
    expect(await readAll('en,x-a')).toEqual(before);
    const [version] = await hub.sql<[{ id: number }]>`
      SELECT v.id FROM versions v JOIN advisories a ON a.id = v.advisory_id WHERE a.tracking_id = 'NCSC-2020-0001'`;
    await hub.sql`
      INSERT INTO withdrawals (version_id, statement, operator_id, requested_at, withdrawn_at)
      VALUES (${version.id}, ${hub.sql.json({ nl: 'Onjuist.', en: 'It was wrong.' })}, ${people.dewi}, hub_now(), hub_now())`;
    expect(await read('/advisories/NCSC-2020-0001', 'en')).toContain('It was wrong.');
    expect(await read('/feeds/en.json', 'en,x-b')).toContain('It was wrong.');
    expect(await read('/en', 'en,x-b')).toContain('NCSC-2020-9999');
  },
  patience,
);
