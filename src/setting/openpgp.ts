import { z } from 'zod';
import type { Setting } from './definition.ts';
import { openPgpKeySchema } from './key.ts';

/** What the hub signs by OpenPGP, and with what. */
export const openPgpSettings = {
  OPENPGP_KEY: {
    meaning: 'private key that signs CSAF documents, `security.txt` and mail by OpenPGP',
    mustBe: 'an OpenPGP private key, ASCII armored',
    example: '-----BEGIN PGP PRIVATE KEY BLOCK-----…',
    unset: 'nothing is signed by OpenPGP, and the console says so',
    secret: true,
    schema: openPgpKeySchema,
  },
  OPENPGP_PASSPHRASE: {
    meaning: 'passphrase of `OPENPGP_KEY`',
    mustBe: 'the passphrase that opens OPENPGP_KEY',
    example: '<a long passphrase>',
    unset: 'the key has none',
    secret: true,
    schema: z.string(),
  },
  OPENPGP_SIGN_MAIL: {
    meaning:
      'whether mail is signed with `OPENPGP_KEY` too; public mail that is signed bears no link of the reader’s own',
    mustBe: 'yes or no',
    example: 'no',
    fallback: 'yes',
    schema: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  },
} satisfies Record<string, Setting>;
