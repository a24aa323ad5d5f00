import { removeFollower } from '../../audience/remove-follower.ts';
import type { DeparturesMoment } from '../month/moment.ts';
import type { Mailing, Stage } from './stage.ts';

/** One subscriber in so many has read enough. */
const everySo = 97;

/** Subscribers leave by the link in their mail; a contact is taken off the advisory with its written reason. */
export async function seeOff(
  { hub, world, country, settled, staff, advisoryId, report }: Stage,
  { contact, reason }: DeparturesMoment,
  mailings: Mailing[],
): Promise<void> {
  const mailing = mailings.findLast(({ publication }) => publication);
  const leaving = country.subscribers.filter((_, index) => index % everySo === 7);
  const { since = 0, until = 0 } = mailing ?? {};
  await world.open(
    leaving.map(({ target: address }) => ({
      address,
      since,
      until,
      form: 'unsubscribe',
      wishes: {},
    })),
  );
  const { answered } = await world.answer();
  const [address] = await hub.sql<{ id: number }[]>`
    SELECT id FROM addresses WHERE contact_id = ${settled.contacts.get(contact) ?? null} AND channel = 'email'`;
  if (address && advisoryId !== null) {
    const removal = { advisoryId, addressId: address.id, reason, operatorId: staff.Dewi };
    await removeFollower(hub, removal);
  }
  report(`${answered} subscribers left, ${address ? 1 : 0} contact taken off the advisory`);
}
