import { createPrivateKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A key that links are signed with; its id stands in the link, so that older keys still verify. */
export type LinkKey = { id: string; key: Buffer };

/** Reads `id:base64,id:base64`: the first signs, all of them verify; 32 bytes each. */
export const linkKeysSchema = z
  .string()
  .transform((text) =>
    text.split(',').map((part): LinkKey => {
      const [id = '', key = ''] = part.trim().split(':');
      return { id, key: Buffer.from(key, 'base64') };
    }),
  )
  .refine((keys) => keys.every(({ id, key }) => /^[a-z0-9-]{1,16}$/i.test(id) && key.length === 32))
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length);

/** Reads an Ed25519 private key, PKCS#8, as PEM or as the base64 inside it. */
export const auditKeySchema = z.string().transform((text, context): KeyObject => {
  const key = privateKey(text);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  context.addIssue({ code: 'custom', message: 'not an Ed25519 key' });
  return z.NEVER;
});

/** Reads the PEM private key that DKIM signs with; nodemailer wants the text itself. */
export const dkimKeySchema = z
  .string()
  .transform(lines)
  .refine((text) => ['rsa', 'ed25519'].includes(privateKey(text)?.asymmetricKeyType ?? ''));

/** Reads an armored OpenPGP private key; whether it can sign, the entry points look when they open it. */
export const openPgpKeySchema = z
  .string()
  .transform(lines)
  .refine((text) =>
    /^-----BEGIN PGP PRIVATE KEY BLOCK-----\n[\s\S]*-----END PGP PRIVATE KEY BLOCK-----$/.test(
      text,
    ),
  );

/** An environment that cannot hold line breaks writes them as `\n`. */
function lines(text: string): string {
  return text.replaceAll('\\n', '\n').trim();
}

function privateKey(text: string): KeyObject | undefined {
  const pem = lines(text);
  try {
    if (pem.startsWith('-----')) return createPrivateKey(pem);
    return createPrivateKey({ key: Buffer.from(pem, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}
