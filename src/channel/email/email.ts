import type { Channel } from '../channel.ts';
import { compose, type Segments } from './compose.ts';
import { createSigner, type Dkim } from './dkim.ts';
import { draft, seal } from './finish.ts';
import type { Sender } from './header.ts';
import type { Crypt } from './openpgp/crypt.ts';
import { createProtector } from './openpgp/protect.ts';
import type { Relay } from './relay.ts';
import { createTransport } from './transport.ts';

export type EmailConfig = Sender & {
  /** In order of preference. */
  relays: Relay[];
  /** Open at once, over all relays; of two and more, one is kept for Urgent. */
  connections: number;
  /** Messages a second; Infinity when nobody said. */
  rate: number;
  dkim?: Dkim | undefined;
  /** Absent: nothing is signed or encrypted by OpenPGP. */
  crypt?: Crypt | undefined;
  /** How long a relay that could not be used is left alone. */
  restMs?: number;
};

/** The hub's mail: one message per recipient, over sessions that stay open with the relays. */
export function createEmail(config: EmailConfig): Channel<Segments> {
  const { relays, connections, rate, dkim, crypt, restMs = 60_000 } = config;
  // One envelope behind the text of each connection, and one message more at hand.
  const places = { total: connections, urgent: connections > 1 ? 1 : 0, ahead: 2 * connections };
  const transport = createTransport(relays, places, restMs);
  const protect = createProtector(crypt);
  const sign = dkim && createSigner(dkim);
  return {
    name: 'email',
    places,
    rate,
    compose: (letter) => compose(config, letter),
    finish(segments, recipient) {
      const message = protect(draft(config, segments, recipient), segments, recipient);
      if (!sign && !(message instanceof Promise)) return seal(message);
      return Promise.resolve(message)
        .then((message) => sign?.(message) ?? message)
        .then(seal);
    },
    send: async (message, options) => ({ detail: await transport.send(message, options) }),
    async close() {
      await transport.close();
      await crypt?.close();
    },
  };
}
