import { z } from '@hono/zod-openapi';
import { changeContact } from '../../audience/change-contact.ts';
import { addContact, contactFields, contactInput, findContact } from '../../audience/contact.ts';
import { issueChatCode } from '../../audience/issue-chat-code.ts';
import { listContacts } from '../../audience/list-contacts.ts';
import { removeContact } from '../../audience/remove-contact.ts';
import { restoreContact } from '../../audience/restore-contact.ts';
import { duties } from './duties.ts';
import { encryptionKeys } from './encryption-keys.ts';
import { flag, id, instant, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { contactSchema, toContact } from './representation/contact.ts';

const params = { contactId: id };
const draft = z.strictObject(contactInput.omit({ operatorId: true }).shape).openapi('ContactDraft');
const edit = z.strictObject(contactFields).partial().openapi('ContactEdit');
const listed = z
  .strictObject({ ...contactSchema.shape, workingAddresses: z.int().min(0) })
  .openapi('ListedContact');
const chatCode = z
  .strictObject({
    contactId: reference,
    code: z.string().openapi({ example: 'ABCD-EFGH-JKLM' }),
    link: z.string().nullable().openapi({
      description: 'Opens the bot with the code; null where TELEGRAM_BOT_NAME is not set.',
      example: 'https://t.me/ncsc_adviezen_bot?start=ABCD-EFGH-JKLM',
    }),
    expiresAt: instant,
  })
  .openapi('ChatCode', { description: 'Shown this once.' });
const followed = z
  .strictObject({
    advisories: z.int().min(0).openapi({ description: 'Advisories that it followed.' }),
  })
  .openapi('ContactRemoval');

/** Contacts: people and functional mailboxes. */
export const contacts: Resource = {
  tag: 'Contacts',
  description: 'A person or functional mailbox, with a role at one or more organisations.',
  operations: [
    operation({
      method: 'get',
      path: '/contacts',
      id: 'listContacts',
      access: everyone,
      summary: 'The contacts, by name',
      query: {
        ...pageQuery,
        organisationId: id.optional(),
        role: z.string().min(1).max(50).optional().openapi({ example: 'CISO' }),
        search: z.string().trim().min(1).max(200).optional(),
        unreachable: flag.optional().openapi({ description: 'Only who has no working address.' }),
        idle: flag.optional().openapi({ description: 'Only who serves no organisation any more.' }),
        removed: flag.optional().openapi({ description: 'Those that were removed instead.' }),
      },
      answer: pageOf(listed),
      handle: async ({ hub, query: { limit, cursor, ...filter } }) => {
        const page = { after: idOf(cursor), limit: limit + 1 };
        const found = await listContacts(hub.sql, filter, page);
        const items = found.map((contact) => ({
          ...toContact(contact),
          workingAddresses: contact.workingAddresses,
        }));
        return pageFrom(items, limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'post',
      path: '/contacts',
      id: 'addContact',
      access: ['administrator'],
      summary: 'Add a contact with its organisations and addresses',
      body: draft,
      answer: contactSchema,
      location: ({ id }) => `/contacts/${id}`,
      tagged: true,
      handle: async ({ hub, operatorId, body }) =>
        toContact(await findContact(hub.sql, await addContact(hub, { ...body, operatorId }))),
    }),
    operation({
      method: 'get',
      path: '/contacts/{contactId}',
      id: 'getContact',
      access: everyone,
      summary: 'A contact, also a removed one',
      params,
      answer: contactSchema,
      handle: async ({ hub, params }) => toContact(await findContact(hub.sql, params.contactId)),
    }),
    operation({
      method: 'patch',
      path: '/contacts/{contactId}',
      id: 'changeContact',
      access: ['administrator'],
      summary: 'Change a contact',
      params,
      body: edit,
      answer: contactSchema,
      tagged: true,
      ifMatch: async ({ hub, params }) => toContact(await findContact(hub.sql, params.contactId)),
      handle: async ({ hub, operatorId, params, body, seen }) =>
        toContact(
          await changeContact(hub, { ...params, ...body, expected: seen.revision, operatorId }),
        ),
    }),
    operation({
      method: 'delete',
      path: '/contacts/{contactId}',
      id: 'removeContact',
      access: ['administrator'],
      summary: 'Remove a contact',
      description:
        'What it said stays on record; where it follows, the next version shows it as skipped.',
      params,
      answer: followed,
      ifMatch: async ({ hub, params }) => toContact(await findContact(hub.sql, params.contactId)),
      handle: async ({ hub, operatorId, params, seen }) =>
        removeContact(hub, { ...params, expected: seen.revision, operatorId }),
    }),
    operation({
      method: 'post',
      path: '/contacts/{contactId}/restoration',
      id: 'restoreContact',
      access: ['administrator'],
      summary: 'Take a removed contact back',
      params,
      answer: contactSchema,
      handle: async ({ hub, operatorId, params }) =>
        toContact(await restoreContact(hub, { ...params, operatorId })),
    }),
    operation({
      method: 'post',
      path: '/contacts/{contactId}/chat-codes',
      id: 'issueChatCode',
      access: ['administrator'],
      summary: 'Make the code with which a contact links its Telegram chat, once',
      description:
        'Give it to the contact by a way that is known to be theirs. It works for a day; an earlier one that was not used works no more.',
      params,
      answer: chatCode,
      repeatable: false,
      handle: async ({ hub, operatorId, params }) => issueChatCode(hub, { ...params, operatorId }),
    }),
    ...duties,
    ...encryptionKeys,
  ],
};
