import type { Language } from '../../advisory/language.ts';
import type { Sql } from '../../database/connect.ts';

/** A contact of a partner's own, at whose side a machine may stand. */
export type WebhookContact = {
  id: number;
  name: string;
  functional: boolean;
  language: Language;
  roles: string[];
};

/** Those of one organisation, in the order of their ids. */
export function listWebhookContacts(
  sql: Sql,
  { organisationId, after, limit }: { organisationId: number; after: number; limit: number },
) {
  return sql<WebhookContact[]>`
    SELECT c.id, c.name, c.functional, c.language, array_agg(DISTINCT co.role ORDER BY co.role) AS roles
    FROM contact_organisations co JOIN contacts c ON c.id = co.contact_id
    WHERE co.organisation_id = ${organisationId} AND c.removed_at IS NULL AND c.id > ${after}
    GROUP BY c.id ORDER BY c.id LIMIT ${limit}`;
}
