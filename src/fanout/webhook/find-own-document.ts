import type { Language } from '../../advisory/language.ts';
import type { Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import type { Partner } from '../../operator/caller.ts';
import { mayHave } from './may-have.ts';

/** The version behind a message that its partner got in full, and that its key may read today. @throws HubError not_found */
export async function findOwnDocument(
  sql: Sql,
  { deliveryId, partner }: { deliveryId: number; partner: Partner },
): Promise<{ versionId: number; language: Language }> {
  const [own] = await sql<{ versionId: number; language: Language }[]>`
    SELECT v.id AS version_id, c.language
    FROM deliveries d
    JOIN dispatches p ON p.id = d.dispatch_id
    JOIN versions v   ON v.id = p.version_id
    JOIN contacts c   ON c.id = d.contact_id
    WHERE d.id = ${deliveryId} AND d.form = 'full' AND ${mayHave(sql)}
      AND d.organisation_ids @> ARRAY[${partner.organisationId}::int] AND v.tlp <= ${partner.tlpCeiling}::tlp`;
  if (!own) throw new HubError('not_found', `You got no document with delivery ${deliveryId}.`);
  return own;
}
