import { generateKeyPairSync } from 'node:crypto';
import { type Config, type Mail, readConfig } from '../../src/config.ts';
import { type Hub, openHub } from '../../src/hub.ts';
import { createLog } from '../../src/log.ts';
import { atEnd } from './at-end.ts';
import { createDatabase } from './database.ts';

export type Overrides = Partial<Omit<Config, 'mail'>> & { mail?: Partial<Mail> };
/** A hub whose log can be read: one JSON text per line. */
export type TestHub = Hub & { lines: string[] };

const linkKey = Buffer.alloc(32, 'a key that signs test links only').toString('base64');

/**
 * Opens a hub on an empty database of its own, with an adjustable clock, keys, and no relay until the test gives one
 * (`{ mail: { relays: [smtp.relay] } }`). It closes and drops itself.
 */
export async function openTestHub(overrides: Overrides = {}): Promise<TestHub> {
  const database = await createDatabase();
  const given = readConfig({
    DATABASE_URL: database.url,
    PUBLIC_URL: 'https://hub.test',
    MAIL_FROM: 'advisories@hub.test',
    LINK_KEYS: `test:${linkKey}`,
    AUDIT_KEY: auditKey(),
  });
  const mail = { ...given.mail, ...overrides.mail };
  const config: Config = { ...given, clock: 'adjustable', ...overrides, mail };
  const lines: string[] = [];
  const log = createLog({ logLevel: 'debug' }, { write: (line) => void lines.push(line) });
  const hub = await openHub(config, { log });
  atEnd(async () => {
    await hub.close();
    await database.drop();
  });
  return { ...hub, lines };
}

function auditKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
