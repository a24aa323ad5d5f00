/**
 * A recipient's part of a text that is otherwise the same for everybody. Templates write `slot('acknowledge')` where
 * the address of the recipient's own page will stand; `compose` splits there, `finish` fills in. The marks are
 * private-use characters, which no escaping touches and no author types.
 */
export type SlotName = 'acknowledge' | 'unsubscribe';
export const slot = (name: SlotName) => `\uE000${name}\uE001`;

/** A stretch of a chat message: plain text, strong text, or a link. Nothing in it is markup. */
export type Run = { text: string; strong?: true; url?: string };

/** A letter as a chat shows it. The channel cuts it to what a message may hold, and says where the rest is. */
export type Chat = {
  runs: Run[];
  /** Where all of it stands: always the last line. */
  more: { title: string; url: string } | null;
  /** What the reader may answer with one press; `value` is the choice. */
  choices: { title: string; value: string }[];
  /** The recipient's own page, a slot. */
  page: { title: string; url: string } | null;
  /**
   * How it stands to the earlier messages on the same advisory: it answers the first one, it does so and takes the place
   * of those about this very version as well, or it stands alone, since even what it answers would tell too much.
   */
  thread: 'answer' | 'replace' | 'alone';
};

/** What a message says, in one language, before it is anybody's. `text` and `html` may contain slots. */
export type Letter = {
  subject: string;
  text: string;
  html: string;
  chat: Chat;
  language: 'nl' | 'en';
  urgent: boolean;
  /** The subject that everybody on the way may read, where the message itself is encrypted. */
  cover: string;
  /** It leaves the house encrypted to its reader's own key, or not at all. */
  sealed: boolean;
  /** Mail to the public carries List-Unsubscribe; mail to contacts does not (they have another way out). */
  public: boolean;
  /** The same for machines. */
  event: LetterEvent;
};

/** What a partner's machine may be told of, one by one; a correction and a withdrawal reach whoever had the original. */
export const eventTypes = ['publication', 'correction', 'withdrawal', 'notice', 'request'] as const;
export type EventType = (typeof eventTypes)[number];

/** A letter as an event, before it is anybody's. */
export type LetterEvent = {
  /** A pointer does not say what it points at; a test says nothing. */
  type: EventType | 'pointer' | 'test';
  /** What it is about: `NCSC-2019-0979/1.02`. */
  subject: string | null;
  /** When what it tells of happened. */
  at: Date | null;
  /** The version whose CSAF document may go inside. */
  versionId: number | null;
  data: Record<string, unknown>;
};

/** Whom one delivery is for. */
export type Recipient = {
  deliveryId: number;
  /** The address whose target it is: by it a channel asks what else is known of the recipient. */
  addressId: number;
  /** Where on the channel: an e-mail address, a chat, a URL. */
  target: string;
  /** The OpenPGP key of whoever reads it there, ASCII armored; null without a usable one. */
  encryptionKey: string | null;
  /** Stable over retries and unguessable: the local part of Message-ID, the idempotency key. */
  key: string;
  /** The keys of earlier messages on the same advisory to the same address, oldest first. */
  earlierKeys: string[];
  /** What the other side called the earlier messages on the same advisory to the same address, oldest first. */
  posts: Post[];
  /** When the message says it was written (domain time). */
  writtenAt: Date;
  slots: Record<SlotName, string>;
};

/** An earlier message, and whether it was about the very version that this one is about. */
export type Post = { reference: string; sameVersion: boolean };

/** What the other side said when it took the message, and what it calls it, where it tells. */
export type Receipt = { detail: string; reference?: string };

/** A finished message: only its channel looks inside. */
export type Finished = { target: string; bytes: Uint8Array; envelope: unknown };

export type SendOptions = {
  urgent: boolean;
  timeoutMs: number;
  /**
   * Calls back when a message that was taken ahead may leave: a kill repeats what left and was not written down, and
   * that has a bound. A channel that takes nothing ahead need not ask. Absent: it may leave at once.
   */
  whenRoom?: (go: () => void) => void;
};

/**
 * A way for messages to travel. `compose` runs once per letter, `finish` once per delivery, `send` hands over.
 * A channel knows no table, no route, no template.
 */
export interface Channel<Segments = unknown> {
  name: string;
  /**
   * How many messages may be on the wire at once, how many of these places only Urgent may take, and how many messages
   * more the channel takes ahead, so that the next is at hand when one ends: they leave by `whenRoom`.
   */
  places: { total: number; urgent: number; ahead: number };
  /** Messages per second that its destination accepts per lane; Infinity when nobody said. */
  rate: number;
  /** The same for one target, where targets differ. */
  rateOf?(target: string): number;
  compose(letter: Letter): Segments;
  finish(segments: Segments, recipient: Recipient): Finished | Promise<Finished>;
  /**
   * Hands over one message; the promise settles when the other side took or refused it, or after `timeoutMs`.
   * @throws DeliveryError whose `permanent` says whether trying again makes sense
   */
  send(message: Finished, options: SendOptions): Promise<Receipt>;
  close(): Promise<void>;
}
