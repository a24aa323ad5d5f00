import type { Language } from '../advisory/language.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';

/** Who answers what, and for whom: the part that every answer has in common. */
export type Answering = {
  /** The delivery whose link was used; null for an answer by phone or API. */
  deliveryId: number | null;
  dispatchId: number | null;
  contactId: number | null;
  organisationIds: number[];
  versionId: number;
  advisoryId: number;
  ordinal: number;
};

/** The same of a message that was sent, and by what a form under it is judged. */
export type Recipient = Answering & {
  deliveryId: number;
  sentAt: Date;
  /** Of the contact, if it went to one. */
  functional: boolean | null;
  language: Language | null;
  /** Domain time of the reading. */
  now: Date;
};

/** An answer names its delivery, or else its version and its organisations. */
export type Named = {
  deliveryId?: number | undefined;
  versionId?: number | undefined;
  contactId?: number | undefined;
  /** With a delivery: those of its organisations that are meant; none named means all of them. */
  organisationIds?: number[] | undefined;
};

/**
 * Finds out who answers what.
 * @throws HubError not_found, `invalid` when the delivery does not stand for a named organisation, `conflict` when
 * there is nothing to answer
 */
export async function findAnswering(sql: Sql, named: Named): Promise<Answering> {
  const { deliveryId } = named;
  if (deliveryId === undefined) return findByVersion(sql, named);
  const [recipient] = await findRecipients(sql, [deliveryId]);
  const answering =
    recipient instanceof Error ? recipient : narrow(recipient as Recipient, named.organisationIds);
  if (answering instanceof Error) throw answering;
  return answering;
}

/** Who answers by each of these deliveries, in their order; or why nobody does. */
export async function findRecipients(
  sql: Sql,
  deliveryIds: number[],
): Promise<(Recipient | HubError)[]> {
  const rows = await sql<Recipient[]>`
    SELECT d.id AS delivery_id, d.dispatch_id, d.contact_id, coalesce(d.organisation_ids, '{}') AS organisation_ids,
           s.version_id, v.advisory_id, v.ordinal, s.created_at AS sent_at, c.functional, c.language,
           (SELECT hub_now()) AS now
    FROM deliveries d
    JOIN dispatches s    ON s.id = d.dispatch_id
    LEFT JOIN versions v ON v.id = s.version_id
    LEFT JOIN contacts c ON c.id = d.contact_id
    WHERE d.id = ANY(${deliveryIds}::bigint[])`;
  const byId = new Map(rows.map((row) => [row.deliveryId, row]));
  return deliveryIds.map((deliveryId) => {
    const row = byId.get(deliveryId);
    if (!row) return new HubError('not_found', `There is no delivery with id ${deliveryId}.`);
    if (row.versionId === null || row.organisationIds.length === 0)
      return new HubError('conflict', 'This message asks for no answer.');
    return row;
  });
}

/** Leaves those organisations that are meant; none named means all. Else the error to answer with. */
export function narrow(answering: Recipient, wanted: number[] | undefined): Recipient | HubError {
  if (wanted === undefined) return answering;
  const organisationIds = answering.organisationIds.filter((id) => wanted.includes(id));
  if (organisationIds.length === 0 || wanted.some((id) => !organisationIds.includes(id)))
    return new HubError('invalid', 'This message was not for that organisation.', [
      { path: 'organisationIds', message: 'Name organisations that this message was sent to.' },
    ]);
  return { ...answering, organisationIds };
}

async function findByVersion(sql: Sql, named: Named): Promise<Answering> {
  const { versionId, contactId = null } = named;
  const organisationIds = [...new Set(named.organisationIds ?? [])];
  if (versionId === undefined || organisationIds.length === 0)
    throw new HubError('invalid', 'Name a delivery, or a version and its organisations.');
  const [version] = await sql<{ id: number; advisoryId: number; ordinal: number }[]>`
    SELECT id, advisory_id, ordinal FROM versions WHERE id = ${versionId} AND state = 'published'`;
  if (!version) throw new HubError('not_found', `There is no published version ${versionId}.`);
  await requireOrganisations(sql, organisationIds);
  const { id, ...place } = version;
  const none = { deliveryId: null, dispatchId: null };
  return { ...none, ...place, versionId: id, contactId, organisationIds };
}

/** @throws HubError invalid, naming those that are not there */
async function requireOrganisations(sql: Sql, organisationIds: number[]): Promise<void> {
  const known = await sql<{ id: number }[]>`
    SELECT id FROM organisations WHERE id = ANY(${organisationIds}::int[])`;
  const unknown = organisationIds.filter((wanted) => !known.some(({ id }) => id === wanted));
  if (unknown.length === 0) return;
  const message = `There is no organisation ${unknown.slice(0, 20).join(', ')}.`;
  throw new HubError('invalid', message, [{ path: 'organisationIds', message }]);
}
