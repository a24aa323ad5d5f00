import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from './config.ts';
import { settings } from './setting/setting.ts';

/**
 * Gives a hub on the embedded database the keys that its administrator did not: made once, kept in
 * `DATA_DIR/secrets.json`, readable for its owner alone. With DATABASE_URL set nothing is added, because processes on
 * other machines would each make their own. For Node's entry points, before `readConfig`.
 */
export function addSecrets(environment: Environment): Environment {
  const given = (name: string) => environment[name] || environment[`${name}_FILE`];
  if (given('DATABASE_URL') || (given('LINK_KEYS') && given('AUDIT_KEY'))) return environment;
  const kept = keptIn(placeOf(environment));
  const added = Object.entries(kept).filter(([name]) => !given(name));
  return { ...environment, ...Object.fromEntries(added) };
}

function keptIn(path: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dirname(path), { recursive: true });
  // Written aside and linked into place, so that of two hubs starting at once both read the first one's keys.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(generateSecrets(), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** New keys, as the settings that hold them. `id` names the link key. */
export function generateSecrets(id = 'k1'): { LINK_KEYS: string; AUDIT_KEY: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const auditKey = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return { LINK_KEYS: `${id}:${randomBytes(32).toString('base64')}`, AUDIT_KEY: auditKey };
}

/** Whether the keys that `addSecrets` would add are made already. */
export function hasSecrets(environment: Environment): boolean {
  return existsSync(placeOf(environment));
}

const placeOf = (environment: Environment) =>
  join(environment.DATA_DIR || settings.DATA_DIR.fallback, 'secrets.json');
