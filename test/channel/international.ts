import { expect, test } from 'vitest';
import type { Relay } from '../../src/channel/email/relay.ts';
import { openPost, states } from './post.ts';

/** A server that takes mail for example.org, and shows what it took as it lies in a mailbox. */
export type MailServer = { relay: Relay; taken(count: number): Promise<Buffer[]> };

const name = 'jörg.दत्त';
const toOf = (message: Buffer) => /^To: (.*?)\r?$/m.exec(message.toString())?.[1];

/** What is owed to addresses with letters beyond ASCII, whichever server takes the mail: RFC 6531, RFC 6532. */
export function reachesInternationalAddresses(
  open: (manner: { offered: boolean }) => Promise<MailServer>,
): void {
  test('an address beyond ASCII is reached in the same session, its To as it is written', async () => {
    const { relay, taken } = await open({ offered: true });
    const { sendAll } = openPost({ relays: [relay], connections: 1 });
    const sent = await sendAll(['karim', name, 'eline']);
    expect(states(sent)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect((await taken(3)).map(toOf).toSorted()).toEqual([
      'eline@example.org',
      `${name}@example.org`,
      'karim@example.org',
    ]);
  });

  test('where SMTPUTF8 is not offered that one has failed for good, with clear words, and nobody else', async () => {
    const { relay, taken } = await open({ offered: false });
    const { sendAll } = openPost({ relays: [relay], connections: 1 });
    const sent = await sendAll([name, 'karim', name, 'eline']);
    expect(states(sent)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
    for (const index of [0, 2])
      expect(sent[index]).toMatchObject({
        reason: {
          permanent: true,
          relay: false,
          inDoubt: false,
          message: expect.stringContaining('letters beyond ASCII'),
        },
      });
    expect((await taken(2)).map(toOf).toSorted()).toEqual([
      'eline@example.org',
      'karim@example.org',
    ]);
  });
}
