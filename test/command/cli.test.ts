import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { record } from '../../src/audit.ts';
import { readConfig } from '../../src/config.ts';
import { openSigner } from '../../src/openpgp.ts';
import { openTelegram } from '../channel/telegram-server.ts';
import { createDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { openTestHub } from '../support/hub.ts';
import { inventKeys, settingsOf } from '../support/settings.ts';
import { openTestSmtp } from '../support/smtp.ts';
import { semafoor } from './semafoor.ts';

const keys = inventKeys();

test('wrong settings end the start with 2, all of them, each with what it must be and an example', async () => {
  const { code, err, out } = await semafoor(['serve'], {
    DATABASE_URL: 'mysql://x',
    PORT: 'abc',
    ...keys,
  });
  expect(code).toBe(2);
  expect(err).toContain('DATABASE_URL must be a PostgreSQL URL');
  expect(err).toContain('PORT must be a whole number');
  expect(err.match(/for example PORT=8080/g)).toHaveLength(1);
  expect(out + err).not.toContain(keys.AUDIT_KEY);
});

test('an unknown command says which there are, and each has its help', async () => {
  const { code, err } = await semafoor(['dispach'], {});
  expect(code).toBe(2);
  expect(err).toContain('Did you mean dispatch?');
  const { out } = await semafoor(['--help'], {});
  for (const command of 'serve dispatch migrate demo import publish status verify audit operator keygen config'.split(
    ' ',
  ))
    expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(out).toContain('Exit codes: 0');
  const help = await semafoor(['operator', 'invite', '--help'], {});
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('duty officer') });
});

test('migrate, verify and audit verify on an empty database agree and end with 0', async () => {
  const { url } = await createDatabase();
  const settings = { DATABASE_URL: url, ...keys };
  expect(await semafoor(['migrate'], settings)).toMatchObject({ code: 0 });
  const [ledger, trail] = await Promise.all([
    semafoor(['verify', '--json'], settings),
    semafoor(['audit', 'verify', '--json'], settings),
  ]);
  expect(ledger.code + trail.code).toBe(0);
  expect(JSON.parse(ledger.out)).toEqual({ agrees: true, counts: [], answers: [] });
  expect(JSON.parse(trail.out)).toMatchObject({ entries: 0, findings: [] });
});

test('verify and audit verify end with 1 and name what disagrees', async () => {
  const hub = await openTestHub();
  const settings = { DATABASE_URL: hub.config.databaseUrl, ...keys };
  await hub.sql`INSERT INTO dispatch_deltas (dispatch_id, at, sent) VALUES (7, hub_now(), 3)`;
  const ledger = await semafoor(['verify'], settings);
  expect(ledger.code).toBe(1);
  expect(ledger.out).toContain('dispatch 7: total sent is 3, the ledger has 0');
  await record(hub.sql, { actor: 'system', action: 'test', object: 'version:1' });
  await hub.sql`UPDATE audit_entries SET position = 1, hash = decode('00', 'hex')`;
  const trail = await semafoor(['audit', 'verify'], settings);
  expect(trail.code).toBe(1);
  expect(trail.out).toMatch(/[1-9]\d* findings/);
});

test('keygen prints keys that the hub takes, other ones each time', async () => {
  const [one, two] = await Promise.all([
    semafoor(['keygen', '--json'], keys),
    semafoor(['keygen'], keys),
  ]);
  const made = JSON.parse(one.out);
  const { linkKeys } = readConfig({ DATABASE_URL: 'postgres://localhost/x', ...made });
  expect(linkKeys).toHaveLength(1);
  expect(two.out).toMatch(
    /^LINK_KEYS=k\d{8}[a-z0-9]*:.{44}\nAUDIT_KEY=.+\nOPENPGP_KEY=-----BEGIN.+\n$/,
  );
  const { openpgp } = readConfig({
    DATABASE_URL: 'postgres://localhost/x',
    ...keys,
    OPENPGP_KEY: /^OPENPGP_KEY=(.*)$/m.exec(two.out)?.[1],
  });
  expect(openpgp && (await openSigner(openpgp)).fingerprint).toMatch(/^[0-9A-F]{40}$/);
  expect(two.out).not.toContain(made.AUDIT_KEY);
  expect(two.err).toContain('LINK_KEYS_FILE');
  expect(one.out + two.out + two.err).not.toContain(keys.AUDIT_KEY);
});

test('config check tells each setting and what answers, and shows no secret', async () => {
  const hub = await openTestHub();
  const smtp = await openTestSmtp();
  const given = settingsOf(hub);
  const settings = {
    ...given,
    SMTP_URL: `smtp://hub:geheim@127.0.0.1:${smtp.relay.port}`,
  };
  const { code, out } = await semafoor(['config', 'check'], settings);
  expect(code).toBe(0);
  expect(out).toContain('AUDIT_KEY (set) (environment)');
  expect(out).toContain('PORT 8787 (default)');
  expect(out).toMatch(/^database .*: ok, PostgreSQL 18/m);
  expect(out).toMatch(/^relay 127.0.0.1:\d+: ok/m);
  for (const secret of ['geheim', given.AUDIT_KEY, given.LINK_KEYS, given.DATABASE_URL])
    expect(out).not.toContain(secret);
});

test('config check tells which bot it is; telegram tells Telegram where it is called', async () => {
  const hub = await openTestHub();
  const telegram = await openTelegram();
  onTestFinished(() => telegram.close());
  const settings = {
    ...settingsOf(hub),
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-this-test',
    TELEGRAM_BOT_NAME: 'hub_bot',
  };
  const wrong = { ...settings, TELEGRAM_TOKEN: '7:wrong' };
  const [check, refused, told] = await Promise.all([
    semafoor(['config', 'check'], settings),
    semafoor(['config', 'check'], wrong),
    semafoor(['telegram', '--json'], settings),
  ]);
  expect(check.code).toBe(0);
  expect(check.out).toMatch(/^Telegram at 127.0.0.1:\d+: ok, the bot is @hub_bot$/m);
  expect(check.out).not.toMatch(/a-secret-of|7:test/);
  expect(refused.code).toBe(3);
  expect(refused.out).not.toContain('7:wrong');
  expect(told.code).toBe(0);
  expect(telegram.answered.find(({ method }) => method === 'setWebhook')?.body).toMatchObject({
    url: 'https://hub.test/telegram/updates',
  });
});

test('config check ends with 3 where nothing answers, and with 2 where a setting is wrong', async () => {
  const port = await freePort();
  const away = { DATABASE_URL: `postgres://hub:geheim@127.0.0.1:${port}/semafoor`, ...keys };
  const [check, status, wrong] = await Promise.all([
    semafoor(['config', 'check', '--json'], { ...away, SMTP_URL: `smtp://127.0.0.1:${port}` }),
    semafoor(['status', '--json'], away),
    semafoor(['config', 'check'], { ...away, PORT: 'x' }),
  ]);
  expect(check.code).toBe(3);
  expect(JSON.parse(check.out).reached).toEqual([
    {
      what: `database 127.0.0.1:${port}/semafoor`,
      ok: false,
      said: 'nothing listens there (ECONNREFUSED)',
    },
    { what: `relay 127.0.0.1:${port}`, ok: false, said: 'nothing listens there (ECONNREFUSED)' },
  ]);
  expect(status.code).toBe(3);
  expect(JSON.parse(status.out).error.message).toContain('does not answer');
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('PORT must be') });
  expect(check.out + status.out + status.err).not.toContain('geheim');
});

test('config check on the embedded database makes nothing', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-check-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const { code, out } = await semafoor(['config', 'check'], { DATA_DIR: directory });
  expect(code).toBe(0);
  expect(out).toContain('LINK_KEYS - (made at the first start)');
  expect(out).toContain('note: without SMTP_URL all mail stays queued.');
  expect(await readdir(directory)).toEqual([]);
});
