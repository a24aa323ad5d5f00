import { expect, test } from 'vitest';
import type { SendOptions } from '../../src/channel/channel.ts';
import { wireText } from '../../src/channel/email/text.ts';
import { until } from '../fanout/fan-out.ts';
import { openPost, states } from './post.ts';
import { openScriptedRelay, type Script } from './scripted-relay.ts';

// RFC 2920: what one session sends ahead of the answers, and who gets what when they are not as hoped.

/** For a relay that falls silent; nothing else waits for it. */
const short = 1000;
const plain = '250-relay.example.nl\r\n250 SIZE 100000';

/** One connection on a relay that answers as the script says; `send` hands it messages for these names at once. */
async function open(
  script: Script = () => undefined,
  timeoutMs = 20_000,
  whenRoom?: SendOptions['whenRoom'],
) {
  const relay = await openScriptedRelay(script);
  const post = openPost({ relays: [relay.relay], connections: 1 }, undefined, whenRoom);
  const send = (...names: string[]) => post.sendAll(names, timeoutMs);
  const verbs = () => relay.commands.map((line) => line.slice(0, 4));
  const texts = () => relay.texts.map((text) => /^To: (\w+)@/m.exec(text)?.[1] ?? '(nobody)');
  return { relay, send, verbs, texts };
}

test('the next envelope is on its way before the text is confirmed, and no third', async () => {
  const { relay, send, verbs } = await open(
    (step, { message }) => (step === 'TEXT' && message === 1 ? 'silence' : undefined),
    short,
  );
  void send('karim', 'eline', 'otto');
  await until(() =>
    expect(verbs()).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA', 'MAIL', 'RCPT', 'DATA']),
  );
  expect(relay.texts).toHaveLength(1);
});

test('a text waits behind its envelope until it may leave', async () => {
  const held: (() => void)[] = [];
  const { relay, send, texts } = await open(undefined, undefined, (go) => held.push(go));
  const sent = send('karim', 'eline');
  await until(() => expect(held).toHaveLength(1));
  expect(relay.texts).toEqual([]);
  held[0]?.();
  await until(() => expect(held).toHaveLength(2));
  expect(texts()).toEqual(['karim']);
  held[1]?.();
  expect(states(await sent)).toEqual(['fulfilled', 'fulfilled']);
});

test('a text that may not leave in its time never does, and is not in doubt', async () => {
  const held: (() => void)[] = [];
  const { relay, send } = await open(undefined, short, (go) => held.push(go));
  const [sent] = await send('karim');
  expect(sent).toMatchObject({ status: 'rejected', reason: { permanent: false, inDoubt: false } });
  held[0]?.();
  expect(relay.texts).toEqual([]);
});

test('where PIPELINING is not offered every line waits for the answer to the one before', async () => {
  const { send, verbs, relay } = await open((step) => {
    if (step === 'EHLO') return plain;
    return step === 'RCPT' ? 'silence' : undefined;
  }, short);
  void send('karim', 'eline');
  await until(() => expect(verbs()).toEqual(['EHLO', 'MAIL', 'RCPT']));
  expect(relay.texts).toEqual([]);
});

test.each([
  ['pipelined', undefined],
  ['line by line', plain],
])('a refused recipient costs nobody else anything: %s', async (_name, ehlo) => {
  const { send, texts, relay } = await open((step, { message }) => {
    if (step === 'EHLO') return ehlo;
    return step === 'RCPT' && message === 2 ? '550 5.1.1 No such user' : undefined;
  });
  const sent = await send('karim', 'eline', 'otto');
  expect(states(sent)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(texts()).toEqual(['karim', 'otto']);
  expect(relay.commands.filter((line) => line === 'RSET')).toHaveLength(1);
  expect(relay.sessions()).toBe(1);
});

test('a relay that wants a text for nobody gets a lone dot, and its answer is nobody’s', async () => {
  const { send, texts, relay } = await open((step, { message }) => {
    if (message !== 2) return undefined;
    if (step === 'RCPT') return '550 5.1.1 No such user';
    if (step === 'DATA') return '354 Go ahead';
    return step === 'TEXT' ? '554 5.5.1 No recipients' : undefined;
  });
  const sent = await send('karim', 'eline', 'otto');
  expect(states(sent)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(sent[1]).toMatchObject({ reason: { permanent: true, message: '550 5.1.1 No such user' } });
  expect(texts()).toEqual(['karim', '(nobody)', 'otto']);
  expect(relay.commands).not.toContain('RSET');
});

test.each(['MAIL', 'RCPT', 'DATA'] as const)(
  'a session dropped at %s behind a text: that message goes again, the text does not',
  async (at) => {
    const { send, texts, relay } = await open((step, { number, message }) =>
      step === at && number === 1 && message === 2 ? 'drop' : undefined,
    );
    expect(states(await send('karim', 'eline', 'otto'))).toEqual(Array(3).fill('fulfilled'));
    expect(texts()).toEqual(['karim', 'eline', 'otto']);
    expect(relay.sessions()).toBe(2);
  },
);

test('a session dropped instead of a confirmation: one in doubt, the envelope behind it goes again', async () => {
  const { send, texts } = await open((step, { number, message }) =>
    step === 'TEXT' && number === 1 && message === 2 ? 'drop' : undefined,
  );
  const sent = await send('karim', 'eline', 'otto');
  expect(states(sent)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(sent[1]).toMatchObject({ reason: { inDoubt: true, permanent: false } });
  expect(texts()).toEqual(['karim', 'eline', 'otto']);
});

test('a relay that offers PIPELINING and cannot do it gets its lines one by one in the end', async () => {
  const { send, texts, relay } = await open((step, { number, message }) =>
    step === 'MAIL' && number <= 3 && message === 2 ? '503 5.5.1 Improper pipelining' : undefined,
  );
  const names = ['karim', 'eline', 'otto', 'anouk', 'pieter', 'dewi'];
  expect(states(await send(...names))).toEqual(names.map(() => 'fulfilled'));
  expect(texts()).toEqual(names);
  expect(relay.sessions()).toBe(4);
});

test('a relay that answers without end is left, and nothing of it is kept', async () => {
  const { send } = await open((step) =>
    step === 'RCPT' ? `250-${'x'.repeat(70_000)}` : undefined,
  );
  const [sent] = await send('karim');
  expect(sent).toMatchObject({ status: 'rejected', reason: { permanent: false, inDoubt: false } });
});

test.each([
  ['a\r\nb\r\n', 'a\r\nb\r\n.\r\n'],
  ['a', 'a\r\n.\r\n'],
  ['.\r\n..\r\n.a\r\n', '..\r\n...\r\n..a\r\n.\r\n'],
  ['a\r\n.\r\nMAIL FROM:<x>', 'a\r\n..\r\nMAIL FROM:<x>\r\n.\r\n'],
])('a text never ends before its end: %j', (text, wire) => {
  expect(Buffer.concat(wireText(Buffer.from(text))).toString()).toBe(wire);
});
