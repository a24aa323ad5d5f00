import type { Language } from '../advisory/language.ts';
import type { Form } from '../audience/ceiling.ts';
import type { Hub } from '../hub.ts';
import { planOf } from './plan.ts';
import { recipients } from './recipients.ts';
import type { Sample } from './sample.ts';

/** An address that a coming fan-out speaks of: who reads it, and how it is told or why not. */
export type SampleRecipient = {
  position: number;
  addressId: number;
  contact: string;
  language: Language;
  organisations: string[];
  channel: string;
  target: string;
  form: Form;
  /** Why it is left out; null when the message goes. */
  reason: string | null;
};

type Sought = Pick<Sample, 'versionId' | 'reason'> & {
  /** Part of a name of an organisation or contact, or of an address. */
  search?: string;
  addressId?: number;
  limit: number;
};

/** Contacts' addresses in a coming fan-out, by the very query that expansion runs. @throws HubError not_found */
export async function listSampleRecipients(
  { sql }: Hub,
  { versionId, reason, search = '', addressId, limit }: Sought,
): Promise<SampleRecipient[]> {
  const { subject, lines } = await planOf(sql, { versionId, reason });
  const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SampleRecipient[]>`
    SELECT r.position, r.address_id, c.name AS contact, c.language, o.organisations, r.channel, a.target, r.form, r.reason
    FROM (${recipients(sql, subject, lines)}) r
    JOIN contacts c  ON c.id = r.contact_id
    JOIN addresses a ON a.id = r.address_id
    CROSS JOIN LATERAL (
      SELECT array_agg(name ORDER BY name) AS organisations FROM organisations WHERE id = ANY(r.organisation_ids)) o
    WHERE (${addressId ?? null}::int IS NULL OR r.address_id = ${addressId ?? null}::int)
      AND (c.name ILIKE ${part} OR a.target ILIKE ${part} OR array_to_string(o.organisations, ' ') ILIKE ${part})
    ORDER BY r.reason IS NOT NULL, o.organisations, c.name, r.address_id
    LIMIT ${limit}`;
}
