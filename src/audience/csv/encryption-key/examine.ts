import { HubError } from '../../../errors.ts';
import { readPublicKey } from '../../../openpgp-public-key.ts';
import type { Row } from '../row.ts';
import type { Flaw } from '../sheet.ts';

/** As people write it, in groups or with `0x`; in capitals and together as it is compared. */
export const plainFingerprint = (cell: string) =>
  cell
    .replace(/^0x/i, '')
    .replace(/[\s:]+/g, '')
    .toUpperCase();

/** Reads the key of a row and holds its fingerprint against what the row says; what is kept of it is what is compared. */
export async function examineKey(row: Row): Promise<Flaw | null> {
  const { key, fingerprint } = row.wanted;
  row.wanted = {};
  if (row.remove) return null;
  if (typeof key !== 'string' || key === '')
    return { field: 'key', message: 'is empty: give the public key, or yes under remove' };
  const read = await readPublicKey(key).catch(flawOf);
  if ('message' in read) return read;
  if (fingerprint && fingerprint !== read.fingerprint)
    return {
      field: 'fingerprint',
      message: `is not that of the key, which is ${read.fingerprint}: ask its owner which one is right`,
    };
  const { armored, algorithm, endsAt } = read;
  row.wanted = { key: armored, fingerprint: read.fingerprint };
  row.extra = { ...row.extra, algorithm, endsAt };
  return null;
}

function flawOf(error: unknown): Flaw {
  if (!(error instanceof HubError)) throw error;
  return { field: 'key', message: error.message };
}
