import { hashOf } from '../database/hash.ts';
import type { Hub } from '../hub.ts';
import { isKey } from './api-key.ts';
import type { Partner } from './caller.ts';
import type { Operator } from './operator.ts';
import type { Role } from './role.ts';

/** Whose key somebody shows, what of the owner's roles it may use today, and for which partner it was given out. */
export type Shown = { operator: Operator; roles: Role[]; partner?: Partner };

/**
 * Whose key this is, or null: no key at all, unknown, ended, revoked, of a disabled account, or of a partner that was removed. That it was used is
 * noted once a minute.
 */
export async function findKey({ sql }: Hub, key: string): Promise<Shown | null> {
  if (!isKey(key)) return null;
  const [row] = await sql<(Operator & Partial<Partner> & { scope: Role[] })[]>`
    WITH live AS (
      SELECT id, operator_id, roles, organisation_id, tlp_ceiling FROM api_keys
      WHERE  key_hash = ${hashOf(key)} AND revoked_at IS NULL AND expires_at > clock_timestamp()
    ), used AS (
      UPDATE api_keys SET last_used_at = clock_timestamp()
      FROM   live
      WHERE  api_keys.id = live.id
      AND    (last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '1 minute')
    )
    SELECT live.id AS key_id, live.roles AS scope, o.*, p.id AS organisation_id, least(live.tlp_ceiling, p.tlp_ceiling) AS tlp_ceiling
    FROM   live JOIN operators o ON o.id = live.operator_id
    LEFT   JOIN organisations p ON p.id = live.organisation_id AND p.removed_at IS NULL
    WHERE  o.disabled_at IS NULL AND (live.organisation_id IS NULL OR p.id IS NOT NULL)`;
  if (!row) return null;
  const { keyId, scope, organisationId, tlpCeiling, ...operator } = row;
  const mine = scope.filter((role) => operator.roles.includes(role));
  if (!keyId || !organisationId || !tlpCeiling) return { operator, roles: mine };
  return { operator, roles: [], partner: { keyId, organisationId, tlpCeiling } };
}
