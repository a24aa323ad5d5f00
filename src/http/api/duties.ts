import { z } from '@hono/zod-openapi';
import { dutyFields, findContact } from '../../audience/contact.ts';
import { linkContact } from '../../audience/link-contact.ts';
import { unlinkContact } from '../../audience/unlink-contact.ts';
import { id } from './field.ts';
import { type Operation, operation } from './operation.ts';
import { contactSchema, toContact } from './representation/contact.ts';

const body = z.strictObject(dutyFields).openapi('DutyDraft');

/** What a contact is to its organisations. */
export const duties: Operation[] = [
  operation({
    method: 'post',
    path: '/contacts/{contactId}/organisations',
    id: 'linkContact',
    access: ['administrator'],
    summary: 'Give a contact a role at an organisation, or another place in its phone order',
    params: { contactId: id },
    body,
    answer: contactSchema,
    handle: async ({ hub, operatorId, params, body }) =>
      toContact(await linkContact(hub, { ...params, ...body, operatorId })),
  }),
  operation({
    method: 'delete',
    path: '/contacts/{contactId}/organisations/{organisationId}',
    id: 'unlinkContact',
    access: ['administrator'],
    summary: 'Take a contact off an organisation',
    description: 'From the next version on it hears nothing on behalf of that organisation.',
    params: { contactId: id, organisationId: id },
    query: {
      role: dutyFields.role.optional().openapi({ description: 'Without it every role there.' }),
    },
    answer: contactSchema,
    ifMatch: async ({ hub, params }) => toContact(await findContact(hub.sql, params.contactId)),
    handle: async ({ hub, operatorId, params, query, seen }) => {
      const wish = { ...params, ...query, expected: seen.revision, operatorId };
      return toContact((await unlinkContact(hub, wish)).contact);
    },
  }),
];
