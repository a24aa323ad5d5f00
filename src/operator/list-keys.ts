import type { Sql } from '../database/connect.ts';
import type { apiKeys } from '../database/schema/operator.ts';
import type { Role } from './role.ts';

/** A key as its owner and administrators see it: never the key itself. */
export type ApiKey = Omit<typeof apiKeys.$inferSelect, 'keyHash' | 'roles'> & {
  roles: Role[];
  owner: string;
  /** It opens something: neither ended nor revoked. */
  live: boolean;
};

/** Keys, the newest first: of one operator, of one partner's machines, or everybody's. */
export async function listKeys(
  sql: Sql,
  { operatorId, organisationId }: { operatorId?: number; organisationId?: number } = {},
): Promise<ApiKey[]> {
  return sql<ApiKey[]>`
    SELECT k.id, k.operator_id, k.name, k.hint, k.roles, k.organisation_id, k.tlp_ceiling, k.created_at, k.expires_at, k.last_used_at, k.revoked_at,
           o.name AS owner, k.revoked_at IS NULL AND k.expires_at > clock_timestamp() AS live
    FROM   api_keys k JOIN operators o ON o.id = k.operator_id
    WHERE  (${operatorId ?? null}::int IS NULL OR k.operator_id = ${operatorId ?? null})
    AND    (${organisationId ?? null}::int IS NULL OR k.organisation_id = ${organisationId ?? null})
    ORDER  BY k.id DESC`;
}
