import type { Sql } from '../database/connect.ts';
import type { Page } from './list-organisations.ts';

/** Who was taken off an advisory's followers, by whom and why. */
export type Removal = {
  id: number;
  advisoryId: number;
  trackingId: string;
  addressId: number;
  contactId: number | null;
  contact: string | null;
  channel: string;
  reason: string;
  operatorId: number;
  at: Date;
};

/** Removals of followers, the newest first. */
export function listRemovals(
  sql: Sql,
  { trackingId, contactId }: { trackingId?: string | undefined; contactId?: number | undefined },
  { after, limit }: Page,
): Promise<Removal[]> {
  return sql<Removal[]>`
    SELECT r.*, v.tracking_id, a.contact_id, c.name AS contact, a.channel
    FROM removals r
    JOIN advisories v    ON v.id = r.advisory_id
    JOIN addresses a     ON a.id = r.address_id
    LEFT JOIN contacts c ON c.id = a.contact_id
    WHERE (${trackingId ?? null}::text IS NULL OR v.tracking_id = ${trackingId ?? null})
      AND (${contactId ?? null}::int IS NULL OR a.contact_id = ${contactId ?? null})
      AND (${after}::int IS NULL OR r.id < ${after})
    ORDER BY r.id DESC
    LIMIT ${limit}`;
}
