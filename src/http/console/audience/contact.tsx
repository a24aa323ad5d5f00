import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { ChatCodePage } from '../../../../templates/console/audience/chat-code-page.tsx';
import { ContactPage } from '../../../../templates/console/audience/contact-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { addAddress } from '../../../audience/add-address.ts';
import { addressChannels } from '../../../audience/address.ts';
import { changeContact } from '../../../audience/change-contact.ts';
import { contactFields, dutyFields, findContact } from '../../../audience/contact.ts';
import { findEncryptionKey } from '../../../audience/encryption-key.ts';
import { issueChatCode } from '../../../audience/issue-chat-code.ts';
import { linkContact } from '../../../audience/link-contact.ts';
import { listAddresses } from '../../../audience/list-addresses.ts';
import { restoreContact } from '../../../audience/restore-contact.ts';
import { unlinkContact } from '../../../audience/unlink-contact.ts';
import { HubError } from '../../../errors.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { many, whole } from '../input.ts';
import { addressFields } from './address-fields.ts';
import { findByName } from './find-by-name.ts';

export const contactAt = '/console/contacts/:id{[1-9][0-9]*}';
const administrator = requireCaller(['administrator']);
const expected = z.string().max(20).optional();

/** `/console/contacts/{id}`: one contact, and what is changed on its page. */
export const contactRoutes = new Hono<CallerEnv>()
  .get(contactAt, async (c) => c.html(await showContact(c, unsent('none'))))
  .post(contactAt, administrator, change)
  .post(`${contactAt}/link`, administrator, link)
  .post(`${contactAt}/unlink`, administrator, unlink)
  .post(`${contactAt}/addresses`, administrator, add)
  .post(`${contactAt}/chat-code`, administrator, issueCode)
  .post(`${contactAt}/restore`, administrator, restore);

/** Whose page it is, and who acts on it. */
export const who = (c: Context<CallerEnv>) => ({
  contactId: idOf(c.req.param('id') ?? ''),
  operatorId: c.get('caller').operator.id,
});
/** Where it goes on. */
export const done = (c: Context<CallerEnv>, word: string) =>
  `/console/contacts/${who(c).contactId}?done=${word}`;

export async function showContact(c: Context<CallerEnv>, filled: Filled) {
  const { sql } = c.get('hub');
  const contact = await findContact(sql, who(c).contactId);
  const all = { after: null, limit: 100 };
  return (
    <ContactPage
      frame={await openFrame(c)}
      contact={contact}
      addresses={await listAddresses(sql, { contactId: contact.id }, all)}
      hasBot={c.get('hub').config.telegram !== undefined}
      encryptionKey={await findEncryptionKey(sql, contact.id)}
      filled={filled}
    />
  );
}

function change(c: Context<CallerEnv>) {
  const { name, language } = contactFields;
  return attempt(c, {
    form: 'contact',
    schema: z.object({ name, language, functional: many(z.literal('yes')), expected }),
    act: async ({ functional, ...fields }) => {
      const isFunctional = functional.length > 0;
      await changeContact(c.get('hub'), { ...fields, functional: isFunctional, ...who(c) });
      return done(c, 'saved');
    },
    again: (filled) => showContact(c, filled),
  });
}

function link(c: Context<CallerEnv>) {
  const { role } = dutyFields;
  const organisationId = z.string().trim().min(1).max(200);
  const phoneOrder = whole.pipe(z.int().min(1).max(99));
  return attempt(c, {
    form: 'duty',
    schema: z.object({ organisationId, role, phoneOrder, expected }),
    act: async ({ organisationId: name, ...duty }) => {
      const hub = c.get('hub');
      const organisationId = await findByName(hub.sql, 'organisationId', name);
      if (organisationId === null) throw new HubError('invalid', 'Name an organisation.');
      await linkContact(hub, { ...duty, organisationId, ...who(c) });
      return done(c, 'saved');
    },
    again: (filled) => showContact(c, filled),
  });
}

function unlink(c: Context<CallerEnv>) {
  const { role } = dutyFields;
  return attempt(c, {
    form: 'none',
    schema: z.object({ organisationId: whole, role, expected }),
    act: async (duty) => {
      await unlinkContact(c.get('hub'), { ...duty, ...who(c) });
      return done(c, 'saved');
    },
    again: (filled) => showContact(c, filled),
  });
}

function add(c: Context<CallerEnv>) {
  const channel = z.enum(addressChannels);
  return attempt(c, {
    form: 'address',
    schema: z.object({ channel, target: z.string().trim().min(1).max(2000), ...addressFields }),
    act: async ({ verified, ...address }) => {
      const entered = { ...address, verified: verified.length > 0 };
      await addAddress(c.get('hub'), { address: entered, ...who(c) }).catch(atField);
      return done(c, 'created');
    },
    again: (filled) => showContact(c, filled),
  });
}

/** The code is shown this once, so it is the answer itself. */
function issueCode(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'none',
    schema: z.object({}),
    act: async () => {
      const issued = await issueChatCode(c.get('hub'), who(c));
      const contact = await findContact(c.get('hub').sql, issued.contactId);
      return c.html(<ChatCodePage frame={await openFrame(c)} contact={contact} issued={issued} />);
    },
    again: (filled) => showContact(c, filled),
  });
}

/** The verb names the field within the address; the form has it by itself. */
function atField(error: unknown): never {
  if (!(error instanceof HubError)) throw error;
  const findings = error.findings.map(({ path, message }) => ({
    path: path.replace(/^address\./, ''),
    message,
  }));
  throw new HubError(error.code, error.message, findings);
}

async function restore(c: Context<CallerEnv>) {
  await restoreContact(c.get('hub'), who(c));
  return c.redirect(done(c, 'saved'), 303);
}
