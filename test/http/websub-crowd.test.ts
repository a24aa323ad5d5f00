import { expect, test } from 'vitest';
import { publishIssue } from './library.ts';
import { openWebsubStage, patiently } from './websub-stage.ts';

const path = '/feeds/nl.json';

type Stage = Awaited<ReturnType<typeof openWebsubStage>>;

/** Subscriptions straight into their rows: these tests are about who waits for whom. */
async function insertSubscribers({ hub }: Stage, callbacks: string[], attempts = 0) {
  for (const callback of callbacks)
    await hub.sql`
      INSERT INTO websub_subscriptions (topic, callback, host, told, attempts, expires_at)
      VALUES (${path}, ${callback}, ${new URL(callback).hostname}, 'nothing yet', ${attempts},
              clock_timestamp() + interval '1 day')`;
}

const many = (count: number, name: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => name(n));

test('however many are dead, nobody else waits for them, not even on the same host', async () => {
  const stage = await openWebsubStage();
  const elsewhere = many(40, (n) => stage.at(`dead-${n}.example`, '/hang'));
  const beside = many(5, (n) => stage.at('shared.example', `/hang/${n}`));
  for (let n = 0; n < 5; n += 1) stage.behave(`/hang/${n}`, 'hang');
  stage.behave('/hang', 'hang');
  await insertSubscribers(stage, [...elsewhere, ...beside], 3);
  await publishIssue(stage.hub, { trackingId: 'NCSC-2020-0001' });
  stage.start();
  await patiently(() => expect(stage.hanging.size).toBeGreaterThanOrEqual(8));
  await insertSubscribers(
    stage,
    many(30, (n) => stage.at('shared.example', `/alive/${n}`)),
  );
  await patiently(() => {
    const alive = stage.pushed.filter(({ path }) => path.startsWith('/alive/'));
    expect(new Set(alive.map(({ path }) => path)).size).toBe(30);
  });
  // Two and one at once, eight of those who hang; a socket that was given up may close a little later.
  expect(stage.most.get('shared.example')).toBeLessThanOrEqual(5);
  expect(stage.most.get('hang')).toBeLessThanOrEqual(12);
});

test('what a killed process held is pushed again, by whoever is there', async () => {
  const stage = await openWebsubStage();
  const { hub } = stage;
  await publishIssue(hub, { trackingId: 'NCSC-2020-0001' });
  await insertSubscribers(stage, [stage.at('a.example', '/once')], 1);
  await hub.sql`
    UPDATE websub_subscriptions
    SET lease_id = gen_random_uuid(), leased_until = clock_timestamp() + interval '1 hour'`;
  await hub.sql`
    INSERT INTO websub_requests (mode, topic, callback, host, lease_seconds, client_hash, lease_id, leased_until)
    VALUES ('subscribe', ${path}, ${stage.at('b.example', '/twice')}, 'b.example', 86400, '',
            gen_random_uuid(), clock_timestamp() - interval '1 second')`;
  stage.start();
  await patiently(async () => expect(await stage.callbacks(path)).toHaveLength(2));
  expect(stage.pushed).toEqual([]);
  await hub.sql`UPDATE websub_subscriptions SET leased_until = clock_timestamp()`;
  await patiently(() => expect(stage.pushedTo('/once')).toHaveLength(1));
});

test('a callback on an inner network is never connected to', async () => {
  const stage = await openWebsubStage({ allow: [] });
  stage.start();
  for (const callback of [stage.at('inner.example', '/a'), stage.at('127.0.0.1', '/b')])
    await stage.ask({
      'hub.mode': 'subscribe',
      'hub.callback': callback,
      'hub.topic': stage.topic(path),
    });
  await stage.allAnswered();
  expect([stage.asked, await stage.callbacks(path)]).toEqual([[], []]);
});

test.each([
  ['hub.mode', { 'hub.mode': 'publish' }],
  ['hub.topic', { 'hub.topic': 'https://hub.test/feeds/nl.json?urgent=true' }],
  ['hub.topic', { 'hub.topic': 'https://hub.test/csaf/green/csaf-feed-tlp-green.json' }],
  ['hub.callback', { 'hub.callback': 'ftp://a.example/' }],
  ['hub.callback', { 'hub.callback': 'https://me:secret@a.example/' }],
  ['hub.callback', { 'hub.callback': '' }],
  ['hub.secret', { 'hub.secret': 'x'.repeat(200) }],
  ['hub.lease_seconds', { 'hub.lease_seconds': 'for ever' }],
])('a request whose %s makes no sense is told so', async (field, change) => {
  const stage = await openWebsubStage();
  const form = {
    'hub.mode': 'subscribe',
    'hub.callback': 'https://a.example/in',
    'hub.topic': 'https://hub.test/feeds/nl.json',
    'hub.unheard.of': 'is ignored',
  };
  expect((await stage.ask(form)).status).toBe(202);
  const answer = await stage.ask({ ...form, ...change });
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const { errors } = (await answer.json()) as { errors: { path: string }[] };
  expect(errors.map((error) => error.path)).toEqual([field]);
});

test('one client, and all clients in the name of one host, ask only so much', async () => {
  const stage = await openWebsubStage();
  const ask = (callback: string) =>
    stage.ask({
      'hub.mode': 'subscribe',
      'hub.callback': callback,
      'hub.topic': stage.topic(path),
    });
  for (let n = 0; n < 20; n += 1) expect((await ask(`https://a.example/${n}`)).status).toBe(202);
  expect((await ask('https://a.example/20')).status).toBe(429);
  for (let n = 0; n < 40; n += 1) expect((await ask(`https://b-${n}.example/`)).status).toBe(202);
  expect((await ask('https://c.example/')).status).toBe(429);
});
