import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Environment } from '../../src/config.ts';
import type { Hub } from '../../src/hub.ts';

/** The settings that have no default, with keys of the caller's own. */
export function inventKeys(): Environment {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    LINK_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    AUDIT_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/** The settings with which another process joins a hub of this one: its database, its keys and its relay. */
export function settingsOf({ config }: Hub): Environment {
  const { databaseUrl, publicUrl, linkKeys, auditKey, mail, telegram } = config;
  const [relay] = mail.relays;
  return {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicUrl,
    LINK_KEYS: linkKeys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(','),
    AUDIT_KEY: auditKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    MAIL_FROM: mail.from,
    SMTP_CONNECTIONS: String(mail.connections),
    ...(telegram && {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_WEBHOOK_SECRET: telegram.webhookSecret,
    }),
    ...(relay && { SMTP_URL: `smtp://${relay.host}:${relay.port}` }),
  };
}
