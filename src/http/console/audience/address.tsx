import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { AddressPage } from '../../../../templates/console/audience/address-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { findAddress } from '../../../audience/address.ts';
import { changeAddress } from '../../../audience/change-address.ts';
import { findContact } from '../../../audience/contact.ts';
import { disableAddress } from '../../../audience/disable-address.ts';
import { enableAddress } from '../../../audience/enable-address.ts';
import { HubError } from '../../../errors.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { addressFields } from './address-fields.ts';

const at = '/console/addresses/:id{[1-9][0-9]*}';
const administrator = requireCaller(['administrator']);
const expected = z.string().max(20).optional();

/** `/console/addresses/{id}`: one address of a contact. */
export const addressRoutes = new Hono<CallerEnv>()
  .get(at, async (c) => c.html(await page(c, unsent('none'))))
  .post(at, administrator, change)
  .post(`${at}/disable`, administrator, disable)
  .post(`${at}/enable`, administrator, enable);

const who = (c: Context<CallerEnv>) => ({
  addressId: idOf(c.req.param('id') ?? ''),
  operatorId: c.get('caller').operator.id,
});
const saved = (c: Context<CallerEnv>) => `/console/addresses/${who(c).addressId}?done=saved`;

/** A subscriber's address has no page: where the public is reached is nobody's business. */
async function page(c: Context<CallerEnv>, filled: Filled) {
  const { sql } = c.get('hub');
  const address = await findAddress(sql, who(c).addressId);
  if (address.contactId === null)
    throw new HubError('not_found', 'There is no such address of a contact.');
  const contact = await findContact(sql, address.contactId);
  const frame = await openFrame(c);
  return <AddressPage frame={frame} address={address} contact={contact} filled={filled} />;
}

function change(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'address',
    schema: z.object({ ...addressFields, expected }),
    act: async ({ verified, ...fields }) => {
      await changeAddress(c.get('hub'), { ...fields, verified: verified.length > 0, ...who(c) });
      return saved(c);
    },
    again: (filled) => page(c, filled),
  });
}

function disable(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'disable',
    schema: z.object({ reason: z.string().trim().min(1).max(500), expected }),
    act: async (fields) => {
      await disableAddress(c.get('hub'), { ...fields, ...who(c) });
      return saved(c);
    },
    again: (filled) => page(c, filled),
  });
}

function enable(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'address',
    schema: z.object({ expected }),
    act: async (fields) => {
      await enableAddress(c.get('hub'), { ...fields, ...who(c) });
      return saved(c);
    },
    again: (filled) => page(c, filled),
  });
}
