import type { Environment } from '../config.ts';
import { generateOpenPgpKey } from '../generate-openpgp-key.ts';
import { generateSecrets } from '../secrets.ts';
import { settings } from '../setting/setting.ts';
import { answer } from './run.ts';

/** Makes new keys and prints them as settings; it stores none. The OpenPGP key is named after CSIRT_NAME and MAIL_FROM. */
export async function keygen(environment: Environment, options: { json?: boolean }): Promise<void> {
  const { LINK_KEYS, AUDIT_KEY } = generateSecrets(nameToday());
  const OPENPGP_KEY = await generateOpenPgpKey({
    name: environment.CSIRT_NAME?.trim() || settings.CSIRT_NAME.fallback,
    email: environment.MAIL_FROM?.trim() || settings.MAIL_FROM.fallback,
    passphrase: environment.OPENPGP_PASSPHRASE,
  });
  answer({ LINK_KEYS, AUDIT_KEY, OPENPGP_KEY }, options, [
    `LINK_KEYS=${LINK_KEYS}`,
    `AUDIT_KEY=${AUDIT_KEY}`,
    // On one line, as environments want it; the hub reads both spellings.
    `OPENPGP_KEY=${OPENPGP_KEY.trim().replace(/\r?\n/g, '\\n')}`,
  ]);
  if (options.json) return;
  console.error(
    [
      'Keep them out of the database and its backups: in the environment of the hub, or in files named by LINK_KEYS_FILE, AUDIT_KEY_FILE and OPENPGP_KEY_FILE.',
      'A new link key goes before those there are, with a comma between: the first signs, all verify; links in mail stop working with the key that signed them.',
      'The audit key stays as long as the trail: heads that another key signed can no longer be verified with this one.',
      'The OpenPGP key signs CSAF documents, security.txt and mail. It ends in two years, and bears CSIRT_NAME and MAIL_FROM as they are now; with OPENPGP_PASSPHRASE set it is locked with that.',
    ].join('\n'),
  );
}

/** Ids of link keys tell the day they were made, and differ on one day too. */
function nameToday(): string {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  return `k${day}${Math.random().toString(36).slice(2, 5)}`;
}
