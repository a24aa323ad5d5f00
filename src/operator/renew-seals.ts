import { parseEnvelope } from 'better-auth/crypto';
import type { Hub } from '../hub.ts';
import { authOf } from './auth.ts';
import { seal, unseal } from './sealed.ts';

/**
 * Encrypts an operator's second factor with the newest of LINK_KEYS, where an older one was used: so an old key may go
 * once everybody signed in since the new one came. Done as they sign in.
 */
export async function renewSeals(hub: Hub, operatorId: number): Promise<void> {
  const { secretConfig } = await authOf(hub).$context;
  const newest = typeof secretConfig === 'string' ? null : secretConfig.currentVersion;
  const [held] = await hub.sql<{ secret: string; backupCodes: string }[]>`
    SELECT secret, backup_codes FROM two_factors WHERE operator_id = ${operatorId}`;
  if (!held || parseEnvelope(held.secret)?.version === newest) return;
  const [secret, codes] = [await unseal(hub, held.secret), await unseal(hub, held.backupCodes)];
  if (!secret || !codes) return;
  // Only as long as nobody used a backup code meanwhile: the next sign-in tries again.
  await hub.sql`
    UPDATE two_factors SET secret = ${await seal(hub, secret)}, backup_codes = ${await seal(hub, codes)}
    WHERE  operator_id = ${operatorId} AND backup_codes = ${held.backupCodes}`;
}
