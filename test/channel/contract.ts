import { expect, test } from 'vitest';
import type { Channel, Letter, Receipt, Recipient } from '../../src/channel/channel.ts';
import { DeliveryError } from '../../src/errors.ts';
import { exampleLetter } from './example.ts';

/** What the far side does with a message for one target. */
export type Manner =
  | 'refuse for good'
  | 'refuse for now'
  | 'drop before the text'
  | 'drop after the text'
  | 'never answer the address'
  | { takeOnce: Promise<unknown> };

/** A channel and its far side, for one test; a target without a manner is taken at once. */
export type Stage = {
  channel: Channel;
  /** A message leaves whole, in one request: whatever is not answered may have arrived. */
  whole?: true;
  /** A place on this channel for somebody. */
  target(name: string): string;
  behave(target: string, manner: Manner): void;
  /** The targets whose message the far side took and confirmed, in order. */
  taken(): string[];
  /** Waits until the far side holds so many messages that it has not answered. */
  held(count: number): Promise<void>;
  /** Ends the far side, so that nobody answers any more. */
  goAway(): Promise<void>;
};

export const letter: Letter = {
  ...exampleLetter,
  subject: '[TLP:CLEAR] NCSC-2019-0979 [1.00] [M/H] Een titel',
};

/** Long enough to matter nowhere but where the far side says nothing. */
const patience = 20_000;
/** Enough for a busy machine to open a connection in, and little to wait for. */
const short = 2000;

/**
 * What every channel owes its caller, whatever the far side does. `shared`: many recipients are reached through one far
 * side, so that it says nothing of a recipient when it is away; a partner's endpoint is the recipient's own.
 */
export function keepsTheContract(open: () => Promise<Stage>, { shared = true } = {}): void {
  test('a message that is taken gives the words of the other side', async () => {
    const stage = await open();
    const receipt = await sendTo(stage, 'karim');
    expect(receipt.detail).not.toBe('');
    expect(stage.taken()).toEqual([stage.target('karim')]);
  });

  test.each([
    ['refuse for good', { permanent: true, inDoubt: false, relay: false }],
    ['refuse for now', { permanent: false, inDoubt: false, relay: false }],
    ['drop before the text', { permanent: false, inDoubt: false, relay: false }],
    ['drop after the text', { permanent: false, inDoubt: true, relay: false }],
  ] as const)(
    '%s: the error says so, names nobody, and the next message passes',
    async (manner, what) => {
      const stage = await open();
      stage.behave(stage.target('karim'), manner);
      const error = await failure(sendTo(stage, 'karim'));
      expect(error).toMatchObject({ ...what, inDoubt: what.inDoubt || inDoubtFor(stage, manner) });
      expect(error.message).not.toContain('karim');
      expect(error.message).toMatch(/^\P{C}{1,500}$/u);
      await sendTo(stage, 'eline');
      expect(stage.taken()).toEqual([stage.target('eline')]);
    },
  );

  test('a far side that never answers costs no more than the time allowed', async () => {
    const stage = await open();
    stage.behave(stage.target('karim'), 'never answer the address');
    const error = await failure(sendTo(stage, 'karim', { timeoutMs: short }));
    expect(error).toMatchObject({ permanent: false, inDoubt: stage.whole ?? false });
    await sendTo(stage, 'eline');
    expect(stage.taken()).toEqual([stage.target('eline')]);
  });

  test('without an answer to the text in the time allowed the message is in doubt', async () => {
    const stage = await open();
    stage.behave(stage.target('karim'), { takeOnce: new Promise(() => {}) });
    const error = await failure(sendTo(stage, 'karim', { timeoutMs: short }));
    expect(error).toMatchObject({ permanent: false, inDoubt: true, relay: false });
  });

  test('a slow far side is waited for', async () => {
    const stage = await open();
    const { promise, resolve } = Promise.withResolvers<void>();
    stage.behave(stage.target('karim'), { takeOnce: promise });
    const sent = sendTo(stage, 'karim');
    await stage.held(1);
    resolve();
    await sent;
    expect(stage.taken()).toEqual([stage.target('karim')]);
  });

  test('an urgent message finds a place when all the others hang', async () => {
    const stage = await open();
    const { total } = stage.channel.places;
    const { promise, resolve } = Promise.withResolvers<void>();
    const names = Array.from({ length: total }, (_, index) => `otto${index}`);
    for (const name of names) stage.behave(stage.target(name), { takeOnce: promise });
    const ordinary = names.map((name) => sendTo(stage, name));
    await stage.held(total - 1);
    await sendTo(stage, 'karim', { urgent: true });
    expect(stage.taken()).toEqual([stage.target('karim')]);
    resolve();
    await Promise.all(ordinary);
    expect(stage.taken()).toHaveLength(total + 1);
  });

  test('one that waits for a place gives up in time and takes none', async () => {
    const stage = await open();
    const { promise, resolve } = Promise.withResolvers<void>();
    const busy = stage.channel.places.total - stage.channel.places.urgent;
    const names = Array.from({ length: busy }, (_, index) => `otto${index}`);
    for (const name of names) stage.behave(stage.target(name), { takeOnce: promise });
    const ordinary = names.map((name) => sendTo(stage, name));
    await stage.held(busy);
    const error = await failure(sendTo(stage, 'karim', { timeoutMs: short }));
    expect(error).toMatchObject({ permanent: false, inDoubt: false });
    resolve();
    await Promise.all(ordinary);
    await sendTo(stage, 'eline');
    expect(stage.taken()).not.toContain(stage.target('karim'));
    expect(stage.taken()).toContain(stage.target('eline'));
  });

  test('a far side that is away says nothing of the recipient, unless it is their own', async () => {
    const stage = await open();
    await stage.goAway();
    const error = await failure(sendTo(stage, 'karim'));
    expect(error).toMatchObject({ permanent: false, relay: shared, inDoubt: false });
  });

  test('the same recipient twice is the same message: key and all', async () => {
    const { channel, target } = await open();
    const segments = channel.compose(letter);
    const recipient = recipientAt(target('karim'));
    const [first, second] = [
      await channel.finish(segments, recipient),
      await channel.finish(segments, recipient),
    ];
    expect(Buffer.from(first.bytes).toString()).toBe(Buffer.from(second.bytes).toString());
  });
}

const inDoubtFor = ({ whole }: Stage, manner: Manner) =>
  manner === 'drop before the text' && whole === true;

async function sendTo(
  { channel, target }: Stage,
  name: string,
  { urgent = false, timeoutMs = patience } = {},
): Promise<Receipt> {
  const message = await channel.finish(channel.compose(letter), recipientAt(target(name)));
  return channel.send(message, { urgent, timeoutMs });
}

async function failure(sent: Promise<unknown>): Promise<DeliveryError> {
  const error = await sent.then(
    () => new Error('It was sent.'),
    (error) => error,
  );
  expect(error).toBeInstanceOf(DeliveryError);
  return error;
}

/** A recipient with an address of its own behind every slot. */
export function recipientAt(target: string, change: Partial<Recipient> = {}): Recipient {
  return {
    deliveryId: 7,
    addressId: 3,
    target,
    encryptionKey: null,
    key: '7.abcdefghij',
    earlierKeys: [],
    posts: [],
    writtenAt: new Date('2020-01-11T09:30:00Z'),
    slots: {
      acknowledge: 'https://hub.example.nl/acknowledge/AbC-_1234567890',
      unsubscribe: 'https://hub.example.nl/unsubscribe/AbC-_1234567890?a=b&c=d',
    },
    ...change,
  };
}
