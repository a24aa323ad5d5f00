import { z } from '@hono/zod-openapi';
import { languages } from '../../../advisory/language.ts';
import type { Contact } from '../../../audience/contact.ts';
import { instantOrNull, reference } from '../field.ts';
import { revision } from './organisation.ts';

const duty = z
  .strictObject({
    organisationId: reference,
    name: z.string().openapi({ description: 'Of the organisation.' }),
    role: z.string().openapi({ example: 'CISO' }),
    phoneOrder: z.int().openapi({ description: '1 is phoned first.', example: 1 }),
  })
  .openapi('Duty');

export const contactSchema = z
  .strictObject({
    id: reference,
    name: z.string().openapi({ example: 'Karim Aydin' }),
    functional: z.boolean().openapi({ description: 'A mailbox that several people read.' }),
    language: z.enum(languages),
    removedAt: instantOrNull,
    organisations: z.array(duty),
    revision,
  })
  .openapi('Contact');

/** The row of a contact as the API shows it. */
export function toContact(contact: Contact): z.output<typeof contactSchema> {
  const { id, name, functional, language, removedAt, organisations, revision } = contact;
  return { id, name, functional, language, removedAt, organisations, revision };
}
