import { parseEnvelope, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { Hub } from '../hub.ts';
import { authOf } from './auth.ts';

/** Encrypts what the database or a page may hold and nobody may read; the newest of LINK_KEYS is behind it. */
export async function seal(hub: Hub, text: string): Promise<string> {
  const { secretConfig } = await authOf(hub).$context;
  return symmetricEncrypt({ key: secretConfig, data: text });
}

/** What was sealed, under any of LINK_KEYS; null when it was not by us. */
export async function unseal(hub: Hub, sealed: string): Promise<string | null> {
  const { secretConfig } = await authOf(hub).$context;
  return symmetricDecrypt({ key: secretConfig, data: sealed }).catch(() => null);
}

/** Whether the newest of LINK_KEYS is behind a sealed text. */
export async function isFresh(hub: Hub, sealed: string): Promise<boolean> {
  const { secretConfig } = await authOf(hub).$context;
  return (
    typeof secretConfig !== 'string' &&
    parseEnvelope(sealed)?.version === secretConfig.currentVersion
  );
}
