import type { Letter, Receipt, SendOptions } from '../../src/channel/channel.ts';
import { createEmail, type EmailConfig } from '../../src/channel/email/email.ts';
import { atEnd } from '../support/at-end.ts';
import { recipientAt } from './contract.ts';
import { exampleConfig, exampleLetter } from './example.ts';

export type Post = {
  /** @throws DeliveryError */
  send(target?: string, timeoutMs?: number): Promise<Receipt>;
  /** Hands over a message for each of these names at once; each has a key of its own. */
  sendAll(names: string[], timeoutMs?: number): Promise<PromiseSettledResult<Receipt>[]>;
};

/** A mail channel with these settings, and one letter to send by it until the test ends. */
export function openPost(
  change: Partial<EmailConfig>,
  letter: Letter = exampleLetter,
  whenRoom?: SendOptions['whenRoom'],
): Post {
  const channel = createEmail(exampleConfig(change));
  atEnd(() => channel.close());
  const segments = channel.compose(letter);
  async function send(target: string, { key = '7.abcdefghij', timeoutMs = 20_000 } = {}) {
    const message = await channel.finish(segments, recipientAt(target, { key }));
    return channel.send(message, { urgent: false, timeoutMs, ...(whenRoom && { whenRoom }) });
  }
  return {
    send: (target = 'karim@example.org', timeoutMs) => send(target, { timeoutMs }),
    sendAll: (names, timeoutMs) =>
      Promise.allSettled(
        names.map((name, index) =>
          send(`${name}@example.org`, { key: `${index}.abcdefghij`, timeoutMs }),
        ),
      ),
  };
}

/** What became of each. */
export const states = (sent: PromiseSettledResult<unknown>[]) => sent.map(({ status }) => status);
