import { HubError } from './errors.ts';
import type { Hub } from './hub.ts';
import { isLoopback } from './setting/relay.ts';

/**
 * Sets the domain clock to `to`; it runs on from there, for every process on this database.
 * For tests and the demo: nothing that leaves the machine may carry an invented date.
 * @throws HubError `forbidden` unless the clock is adjustable and every relay is on loopback, and Telegram's stand-in too.
 */
export async function pushClock(hub: Hub, { to }: { to: Date }): Promise<void> {
  const { clock, mail, telegram } = hub.config;
  if (clock !== 'adjustable')
    throw new HubError('forbidden', 'The clock of this hub is the real one.');
  const hosts = mail.relays.map(({ host }) => host);
  if (telegram) hosts.push(new URL(telegram.apiRoot).hostname.replace(/^\[|\]$/g, ''));
  if (!hosts.every(isLoopback)) {
    throw new HubError(
      'forbidden',
      'The clock moves only while every mail relay is on this machine, and Telegram a stand-in here.',
    );
  }
  await hub.sql`
    INSERT INTO clock (id, offset_ms)
    VALUES (1, round(extract(epoch FROM ${to}::timestamptz - clock_timestamp()) * 1000))
    ON CONFLICT (id) DO UPDATE SET offset_ms = excluded.offset_ms`;
}
