import type { Config } from '../../config.ts';
import { type Signer, signClear } from '../../openpgp.ts';
import { addresses } from './circle.ts';

const day = 86_400_000;

/**
 * RFC 9116: whom to tell of a flaw, and where the CSAF documents are. It is made anew every day and expires in 300, so
 * that one who keeps it never holds one of more than a year. Signed where there is a key.
 */
export async function writeSecurityTxt(
  { publicUrl, securityContact }: Config,
  signer: Signer | null,
  today: Date,
): Promise<string> {
  const expires = new Date(Math.floor(today.getTime() / day) * day + 300 * day);
  const text = [
    `Contact: ${securityContact}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    ...(signer ? [`Encryption: ${publicUrl}${addresses.publicKey}`] : []),
    'Preferred-Languages: nl, en',
    `Canonical: ${publicUrl}${addresses.securityTxt}`,
    `CSAF: ${publicUrl}${addresses.metadata}`,
    '',
  ].join('\n');
  return signer ? signClear(signer, text) : text;
}
