import type {
  Channel,
  Finished,
  Letter,
  Recipient,
  SendOptions,
} from '../../src/channel/channel.ts';
import { createPlaces } from '../../src/channel/http/places.ts';
import { DeliveryError, type Failure } from '../../src/errors.ts';

/** What the other side does with a message: takes it, at once, after some ms or once a promise is kept; refuses it; never answers. */
export type Reaction =
  | 'take'
  | { after: number }
  | { until: Promise<unknown> }
  | { refuse: string; as: Failure }
  | 'hang';

/** A message as it arrived, and by which of its tries. */
export type Arrived = { target: string; key: string; urgent: boolean };

export type TestChannel = Channel & {
  arrived: Arrived[];
  /** Every message that left, in order, arrived or not; what is taken ahead has not. */
  begun: Arrived[];
  /** The most that were on the wire at once, and the most that were not Urgent. */
  most: { total: number; ordinary: number };
  /** What to do with messages to a target, or `*` for all others: one reaction a try, the last one for ever. */
  react(target: string, ...reactions: Reaction[]): void;
  /** What to do when a message is begun. */
  onBegin: (message: Arrived) => void;
};

type Wire = Finished & { envelope: Recipient };
type Options = Partial<Pick<Channel, 'name' | 'places' | 'rate'>>;

/** A way for messages to travel within the test. */
export function createTestChannel(options: Options = {}): TestChannel {
  const reactions = new Map<string, Reaction[]>();
  const onWire = { total: 0, ordinary: 0 };
  const most = { total: 0, ordinary: 0 };
  const arrived: Arrived[] = [];
  const begun: Arrived[] = [];
  const closed = Promise.withResolvers<void>();
  closed.promise.catch(() => {});

  async function send(finished: Finished, options: SendOptions) {
    if (channel.places.ahead === 0) return leave(finished, options);
    const giveBack = await connections(options.urgent, options.timeoutMs);
    try {
      await new Promise<void>((go) => (options.whenRoom ? options.whenRoom(go) : go()));
      return await leave(finished, options);
    } finally {
      giveBack();
    }
  }

  async function leave(finished: Finished, { urgent, timeoutMs }: SendOptions) {
    const { target, key } = (finished as Wire).envelope;
    const message = { target, key, urgent };
    begun.push(message);
    count(urgent, 1);
    try {
      channel.onBegin(message);
      await Promise.race([meet(nextOf(reactions, target), timeoutMs), closed.promise]);
      arrived.push(message);
      return { detail: `250 2.0.0 taken for ${target}` };
    } finally {
      count(urgent, -1);
    }
  }

  function count(urgent: boolean, change: number) {
    onWire.total += change;
    if (!urgent) onWire.ordinary += change;
    most.total = Math.max(most.total, onWire.total);
    most.ordinary = Math.max(most.ordinary, onWire.ordinary);
  }

  const channel: TestChannel = {
    name: 'email',
    places: { total: 10, urgent: 2, ahead: 0 },
    rate: Number.POSITIVE_INFINITY,
    ...options,
    arrived,
    begun,
    most,
    react: (target, ...wishes) => void reactions.set(target, wishes),
    onBegin: () => {},
    compose: (letter: Letter) => letter,
    finish: (_, recipient) => ({
      target: recipient.target,
      bytes: new Uint8Array(),
      envelope: recipient,
    }),
    send,
    close: async () =>
      closed.reject(new DeliveryError('the channel was closed', { permanent: false })),
  };
  const connections = createPlaces(channel.places);
  return channel;
}

async function meet(reaction: Reaction, timeoutMs: number): Promise<void> {
  if (reaction === 'take') return;
  if (reaction === 'hang') {
    await new Promise((resolve) => setTimeout(resolve, timeoutMs));
    throw new DeliveryError('no answer in time', { permanent: false, inDoubt: true });
  }
  if ('refuse' in reaction) throw new DeliveryError(reaction.refuse, reaction.as);
  if ('after' in reaction) await new Promise((resolve) => setTimeout(resolve, reaction.after));
  else await reaction.until;
}

function nextOf(reactions: Map<string, Reaction[]>, target: string): Reaction {
  const queue = reactions.get(target) ?? reactions.get('*') ?? [];
  return (queue.length > 1 ? queue.shift() : queue[0]) ?? 'take';
}
