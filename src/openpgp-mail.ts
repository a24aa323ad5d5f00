import {
  createMessage,
  encrypt,
  enums,
  type Key,
  readKey,
  type SignaturePacket,
  sign,
} from 'openpgp';
import { DeliveryError } from './errors.ts';
import { findSigner, type OpenPgpSetting } from './openpgp.ts';

/** Signs mail with the hub's key, if it has one, and encrypts it to its readers' (RFC 3156). */
export function createMailCrypt(config: { openpgp: OpenPgpSetting | undefined }) {
  return {
    sign: config.openpgp ? (text: string) => signWhole(config, text) : null,
    async encrypt(text: string, armoredKey: string) {
      const [signer, encryptionKeys] = [await findSigner(config), await usable(armoredKey)];
      const message = await messageOf(text);
      return encrypt({ message, encryptionKeys, ...(signer && { signingKeys: signer.key }) });
    },
    async close() {},
  };
}

async function signWhole(config: { openpgp: OpenPgpSetting | undefined }, text: string) {
  const signer = await findSigner(config);
  if (!signer) return null;
  const made = await sign({
    message: await messageOf(text),
    signingKeys: signer.key,
    detached: true,
    format: 'object',
  });
  const [{ hashAlgorithm }] = made.packets as unknown as [SignaturePacket];
  return {
    signature: made.armor(),
    micalg: `pgp-${enums.read(enums.hash, hashAlgorithm as number)}`,
  };
}

async function usable(armoredKey: string): Promise<Key> {
  try {
    const key = await readKey({ armoredKey });
    await key.getEncryptionKey();
    return key;
  } catch {
    const why = 'Nothing was sent: the OpenPGP key of its reader does not encrypt any more.';
    throw new DeliveryError(why, { permanent: true });
  }
}

const messageOf = (text: string) => createMessage({ binary: Buffer.from(text) });
