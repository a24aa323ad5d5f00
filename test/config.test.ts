import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import type { HubError } from '../src/errors.ts';
import { addSecrets } from '../src/secrets.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const keys = {
  LINK_KEYS: `k2:${randomBytes(32).toString('base64')},k1:${randomBytes(32).toString('base64')}`,
  AUDIT_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
};

function findingsOf(environment: Record<string, string>) {
  try {
    readConfig({ ...keys, ...environment });
  } catch (error) {
    return (error as HubError).findings;
  }
  return [];
}

function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'semafoor-config-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

describe('readConfig', () => {
  test('needs nothing but keys', () => {
    expect(readConfig(keys)).toMatchObject({
      databaseUrl: undefined,
      host: '127.0.0.1',
      port: 8787,
      publicUrl: 'http://127.0.0.1:8787',
      mail: {
        relays: [],
        connections: 10,
        rate: undefined,
        from: 'semafoor@localhost',
        takesReplies: false,
        inbound: { port: undefined, host: '127.0.0.1', protocol: 'smtp' },
        dkim: undefined,
      },
      securityContact: 'mailto:semafoor@localhost',
      clock: 'real',
    });
  });

  test('knows what follows from a setting that is given', () => {
    const config = readConfig({ ...keys, HOST: '::1', PORT: '1', MAIL_FROM: 'csirt@example.nl' });
    expect(config.publicUrl).toBe('http://[::1]:1');
    expect(config.mail.returnPathDomain).toBe('example.nl');
    expect(config.securityContact).toBe('mailto:csirt@example.nl');
    expect(readConfig({ ...keys, PUBLIC_URL: 'https://hub.example.nl/' }).publicUrl).toBe(
      'https://hub.example.nl',
    );
  });

  test.each([
    ['security@example.nl', 'mailto:security@example.nl'],
    ['who?me=50%@example.nl', 'mailto:who%3Fme=50%25@example.nl'],
    ['https://example.nl/report', 'https://example.nl/report'],
  ])('names %s as the security contact', (SECURITY_CONTACT, contact) => {
    expect(readConfig({ ...keys, SECURITY_CONTACT }).securityContact).toBe(contact);
  });

  test.each([
    'http://example.nl/report',
    'tel:112',
    'Ada <ada@example.nl>',
    'ada@example.nl\nCSAF: x',
  ])('refuses %j as the security contact', (SECURITY_CONTACT) => {
    expect(findingsOf({ SECURITY_CONTACT })).toEqual([
      { path: 'SECURITY_CONTACT', message: expect.stringContaining('an https URL') },
    ]);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'ftp://hub.example.nl'],
    ['PUBLIC_URL', 'https://hub.example.nl/?a=b'],
    ['DATABASE_URL', 'mysql://db'],
    ['SMTP_URL', 'relay.example.nl:25'],
    ['SMTP_URL', 'smtp://relay.example.nl?starttls=maybe'],
    ['SMTP_CONNECTIONS', '0'],
    ['SMTP_RATE', '-1'],
    ['MAIL_FROM', 'NCSC <a@b.nl>'],
    ['LINK_KEYS', 'k1:c2hvcnQ='],
    ['LINK_KEYS', randomBytes(32).toString('base64')],
    ['AUDIT_KEY', 'no key'],
    [
      'AUDIT_KEY',
      generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    ],
    ['LOG_LEVEL', 'loud'],
    ['CSIRT_NAME', 'two\nlines'],
    ['TRACKING_PREFIX', 'ncsc'],
  ])('names %s, what it must be and an example, when it is %j', (name, value) => {
    const [finding, ...others] = findingsOf({ [name]: value });
    expect(finding?.path).toBe(name);
    expect(finding?.message).toMatch(new RegExp(`^must be .*; for example ${name}=`, 's'));
    expect(others).toEqual([]);
  });

  test('finds everything at once, and repeats no secret', () => {
    const wrong = {
      PORT: 'abc',
      SMTP_URL: 'hush://user:hush@relay',
      LINK_KEYS: 'hush',
      DATABASE_URL: 'hush',
    };
    const findings = findingsOf(wrong);
    expect(findings.map(({ path }) => path).toSorted()).toEqual(Object.keys(wrong).toSorted());
    expect(JSON.stringify(findings)).not.toContain('hush');
    expect(JSON.stringify(findings)).toContain('abc');
  });

  test('misses the keys that a database elsewhere needs', () => {
    const database = {
      DATABASE_URL: 'postgres://u@db.example.nl/hub',
      LINK_KEYS: '',
      AUDIT_KEY: '',
    };
    expect(findingsOf(database).map(({ path }) => path)).toEqual(['LINK_KEYS', 'AUDIT_KEY']);
  });

  test('takes DKIM whole or not at all', () => {
    const pem = generateKeyPairSync('ed25519')
      .privateKey.export({ format: 'pem', type: 'pkcs8' })
      .toString();
    expect(findingsOf({ DKIM_DOMAIN: 'example.nl' })[0]?.message).toContain('all three or none');
    const whole = {
      DKIM_DOMAIN: 'example.nl',
      DKIM_SELECTOR: 'hub',
      DKIM_KEY: pem.replaceAll('\n', '\\n'),
    };
    expect(readConfig({ ...keys, ...whole }).mail.dkim).toEqual({
      domain: 'example.nl',
      selector: 'hub',
      key: pem.trim(),
    });
  });

  test('takes a port for metrics with the token that opens them', () => {
    const [finding, ...others] = findingsOf({ METRICS_PORT: '9464' });
    expect([finding?.path, others]).toEqual(['METRICS_PORT', []]);
    const metrics = { METRICS_PORT: '9464', METRICS_TOKEN: 'a-token-that-prometheus-has' };
    expect(readConfig({ ...keys, ...metrics }).metricsPort).toBe(9464);
  });

  test('reads a secret from a file', () => {
    const file = join(makeDirectory(), 'key');
    writeFileSync(file, `${keys.LINK_KEYS}\n`);
    expect(
      readConfig({ ...keys, LINK_KEYS: '', LINK_KEYS_FILE: file }).linkKeys.map(({ id }) => id),
    ).toEqual(['k2', 'k1']);
    expect(findingsOf({ LINK_KEYS: '', LINK_KEYS_FILE: `${file}.gone` })).toEqual([
      { path: 'LINK_KEYS_FILE', message: expect.stringContaining(`${file}.gone`) },
    ]);
  });
});

describe('a relay', () => {
  test.each([
    ['smtp://relay.example.nl', { port: 587, secure: false, requireTls: true, ignoreTls: false }],
    [
      'smtp://relay.example.nl:25?starttls=offered',
      { port: 25, requireTls: false, ignoreTls: false },
    ],
    ['smtp://relay.example.nl?starttls=never', { requireTls: false, ignoreTls: true }],
    ['smtps://relay.example.nl', { port: 465, secure: true, requireTls: false, ignoreTls: false }],
    [
      'smtp://127.0.0.1:2525',
      { host: '127.0.0.1', port: 2525, requireTls: false, ignoreTls: true },
    ],
    ['smtp://[::1]:2525', { host: '::1', requireTls: false }],
    ['smtp://hub%40example.nl:p%2Fw@relay.example.nl', { user: 'hub@example.nl', pass: 'p/w' }],
  ])('%s', (url, relay) => {
    expect(readConfig({ ...keys, SMTP_URL: url }).mail.relays[0]).toMatchObject(relay);
  });

  test('comes with a second one as its fallback', () => {
    const urls = { SMTP_URL: 'smtp://one.example.nl', SMTP_FALLBACK_URL: 'smtps://two.example.nl' };
    const { relays } = readConfig({ ...keys, ...urls }).mail;
    expect(relays.map(({ host }) => host)).toEqual(['one.example.nl', 'two.example.nl']);
  });
});

describe('addSecrets', () => {
  test('makes keys once, for their owner alone', () => {
    const DATA_DIR = join(makeDirectory(), 'data');
    const first = addSecrets({ DATA_DIR });
    expect(readConfig(first).linkKeys).toHaveLength(1);
    expect(addSecrets({ DATA_DIR })).toEqual(first);
    expect(statSync(join(DATA_DIR, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('leaves what is given, and adds nothing beside a database elsewhere', () => {
    const DATA_DIR = join(makeDirectory(), 'data');
    expect(addSecrets({ DATA_DIR, LINK_KEYS: keys.LINK_KEYS }).LINK_KEYS).toBe(keys.LINK_KEYS);
    const elsewhere = { DATABASE_URL: 'postgres://u@db.example.nl/hub', DATA_DIR };
    expect(addSecrets(elsewhere)).toEqual(elsewhere);
  });
});
