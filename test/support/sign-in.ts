import type { Tlp } from '../../src/advisory/tlp.ts';
import { sessionCookie } from '../../src/http/session-cookie.ts';
import type { Hub } from '../../src/hub.ts';
import { createKey } from '../../src/operator/create-key.ts';
import { openSession } from '../../src/operator/open-session.ts';
import { findOperator } from '../../src/operator/operator.ts';
import type { Role } from '../../src/operator/role.ts';

export type BrowserHeaders = { Cookie: string; Origin: string };

/** The headers of an operator's browser that is signed in with both factors and sends forms of the hub's own pages. */
export async function signIn(hub: Hub, operatorId: number): Promise<BrowserHeaders> {
  await hub.sql`UPDATE operators SET two_factor_enabled = true WHERE id = ${operatorId}`;
  const cookie = await sessionCookie(hub, await openSession(hub, operatorId));
  return { Cookie: cookie.split(';', 1)[0] ?? '', Origin: new URL(hub.config.publicUrl).origin };
}

/** The headers of an API call with a new key of the operator's; its scope is all of the owner's roles unless given. */
export async function keyFor(
  hub: Hub,
  operatorId: number,
  roles?: readonly Role[],
): Promise<{ Authorization: string }> {
  const scope = roles ?? (await findOperator(hub.sql, operatorId)).roles;
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { key } = await createKey(hub, { operatorId, name: 'test', roles: [...scope], expiresAt });
  return { Authorization: `Bearer ${key}` };
}

/** The headers of an API call with a new key that an administrator made for an organisation's machine. */
export async function partnerKeyFor(
  hub: Hub,
  operatorId: number,
  organisationId: number,
  tlpCeiling: Tlp = 'RED',
): Promise<{ Authorization: string }> {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const wish = { operatorId, name: 'partner', expiresAt };
  const { key } = await createKey(hub, { ...wish, partner: { organisationId, tlpCeiling } });
  return { Authorization: `Bearer ${key}` };
}
