import { z } from 'zod';
import { type Tlp, tlps } from '../../advisory/tlp.ts';
import type { Revised } from '../../audience/revision.ts';
import { eventTypes } from '../../channel/channel.ts';
import type { Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import type { Filter } from './filter.ts';

/** What a partner's machine is told and where, without the secret. Its id is that of its address. */
export type Webhook = Revised &
  Filter & {
    id: number;
    organisationId: number;
    contactId: number;
    contact: string;
    url: string;
    form: 'thin' | 'full';
    tlpCeiling: Tlp;
    createdAt: Date;
    /** Until then the secret before the newest signs too. */
    previousSecretUntil: Date | null;
    failingSince: Date | null;
    warnedAt: Date | null;
    disabledAt: Date | null;
    disabledReason: string | null;
  };

/** What a partner enters of it. */
export const webhookFields = {
  url: z.url({ protocol: /^https?$/, error: 'This is not an https address.' }).max(2000),
  /** `full` has the CSAF document inside. */
  form: z.enum(['thin', 'full']),
  eventTypes: z.array(z.enum(eventTypes)).max(eventTypes.length),
  risks: z.array(z.string().regex(/^[LMH]\/[LMH]$/, 'This is not a risk such as H/H.')).max(9),
  products: z
    .array(
      z.strictObject({
        vendor: z.string().trim().min(1).max(200),
        product: z.string().trim().min(1).max(200).nullable(),
      }),
    )
    .max(200),
  tlpCeiling: z.enum(tlps),
};

/** Webhooks in the order of their ids; those of one organisation, or all. */
export function listWebhooks(
  sql: Sql,
  { organisationId, after, limit }: { organisationId: number | null; after: number; limit: number },
) {
  return sql<Webhook[]>`
    ${selectWebhooks(sql)}
    WHERE w.organisation_id IS NOT NULL AND w.address_id > ${after} AND (${organisationId}::int IS NULL OR w.organisation_id = ${organisationId})
    ORDER BY w.address_id LIMIT ${limit}`;
}

/** One of anybody's, or of the organisation that asks. @throws HubError not_found */
export async function findWebhook(
  sql: Sql,
  webhookId: number,
  organisationId: number | null,
): Promise<Webhook> {
  const [webhook] = await sql<Webhook[]>`
    ${selectWebhooks(sql)}
    WHERE w.organisation_id IS NOT NULL AND w.address_id = ${webhookId} AND (${organisationId}::int IS NULL OR w.organisation_id = ${organisationId})`;
  if (!webhook) throw new HubError('not_found', `There is no webhook with id ${webhookId}.`);
  return webhook;
}

/** The same, held until the transaction ends. @throws HubError not_found */
export async function lockWebhook(
  sql: Sql,
  webhookId: number,
  organisationId: number | null,
): Promise<Webhook> {
  await sql`
    SELECT FROM webhooks w JOIN addresses a ON a.id = w.address_id WHERE a.id = ${webhookId} FOR UPDATE`;
  return findWebhook(sql, webhookId, organisationId);
}

/** What an administrator made by hand has no organisation and signs nothing; it is no webhook of a partner's. */
const selectWebhooks = (sql: Sql) => sql`
  SELECT a.id, w.organisation_id, a.contact_id, c.name AS contact, a.target AS url, w.form, w.event_types, w.risks, w.products,
         a.tlp_ceiling, w.created_at, w.failing_since, w.warned_at, a.disabled_at, a.disabled_reason,
         CASE WHEN w.previous_until > clock_timestamp() THEN w.previous_until END AS previous_secret_until,
         w.xmin::text || a.xmin::text AS revision
  FROM webhooks w JOIN addresses a ON a.id = w.address_id JOIN contacts c ON c.id = a.contact_id`;
