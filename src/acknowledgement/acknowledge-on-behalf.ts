import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { acknowledge } from './acknowledge.ts';
import { type Acknowledgement, answerSchema } from './acknowledgement.ts';

const { choice, remark, saidBy } = answerSchema;
const input = z.strictObject({
  versionId: z.int().positive(),
  organisationIds: z.array(z.int().positive()).min(1).max(1000),
  /** The contact who was on the phone, where it is one we know: the call then replaces that person's answer. */
  contactId: z.int().positive().optional(),
  choice,
  saidBy: saidBy.unwrap(),
  remark,
  operatorId: z.int().positive(),
});

/**
 * Enters what somebody said on the phone: it names who spoke to whom.
 * @throws HubError not_found, `invalid` when the contact does not speak for an organisation, `forbidden` when the operator may not
 */
export async function acknowledgeOnBehalf(
  hub: Hub,
  raw: z.input<typeof input>,
): Promise<Acknowledgement[]> {
  const { operatorId, ...answer } = parse(input, raw);
  await requireRole(hub.sql, operatorId, ['duty officer']);
  await checkContact(hub, answer);
  return acknowledge(hub, { ...answer, origin: 'phone', provenance: {}, enteredBy: operatorId });
}

type Caller = { contactId?: number | undefined; organisationIds: number[] };

async function checkContact(hub: Hub, { contactId, organisationIds }: Caller) {
  if (contactId === undefined) return;
  const rows = await hub.sql<{ organisationId: number }[]>`
    SELECT DISTINCT organisation_id FROM contact_organisations
    WHERE contact_id = ${contactId} AND organisation_id = ANY(${organisationIds}::int[])`;
  if (rows.length === new Set(organisationIds).size) return;
  throw new HubError('invalid', 'This contact does not speak for every organisation named.', [
    { path: 'contactId', message: 'Choose a contact of the organisation, or leave it out.' },
  ]);
}
