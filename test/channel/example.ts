import type { Chat, Letter, LetterEvent } from '../../src/channel/channel.ts';
import type { EmailConfig } from '../../src/channel/email/email.ts';
import type { Relay } from '../../src/channel/email/relay.ts';

/** A sender with names that need encoding. */
export function exampleConfig(change: Partial<EmailConfig> = {}): EmailConfig {
  return {
    relays: [],
    connections: 2,
    rate: Number.POSITIVE_INFINITY,
    from: { name: 'Nationaal "CSIRT" – één, twee', address: 'adviezen@example.nl' },
    returnPathDomain: 'terug.example.nl',
    messageIdDomain: 'hub.example.nl',
    listId: 'advisories.hub.example.nl',
    ...change,
  };
}

/** What a letter says in a chat, where a test is not about it. */
export const exampleChat: Chat = {
  runs: [{ text: 'Een tekst.' }],
  more: null,
  choices: [],
  page: null,
  thread: 'answer',
};

/** A relay on loopback, in plain text unless told otherwise. */
export function relayAt(port: number, change: Partial<Relay> = {}): Relay {
  return {
    host: '127.0.0.1',
    port,
    secure: false,
    requireTls: false,
    ignoreTls: true,
    user: undefined,
    pass: undefined,
    ...change,
  };
}

/** What a letter says to machines; mail does not look at it. */
export const exampleEvent: LetterEvent = {
  type: 'publication',
  subject: 'NCSC-2019-0979/1.00',
  at: new Date('2020-01-11T09:00:00Z'),
  versionId: 3,
  data: { trackingId: 'NCSC-2019-0979' },
};

/** A letter of one line, for tests of how letters travel. */
export const exampleLetter: Letter = {
  subject: 'Een titel',
  text: 'Een tekst.\n',
  html: '<p>Een tekst.</p>',
  chat: exampleChat,
  language: 'nl',
  urgent: false,
  public: false,
  cover: 'Een bericht',
  sealed: false,
  event: exampleEvent,
};
