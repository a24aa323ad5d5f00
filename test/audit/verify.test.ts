import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { chain } from '../../src/audit/chain.ts';
import { verifyAudit } from '../../src/audit/verify.ts';
import { record } from '../../src/audit.ts';
import { pushClock } from '../../src/clock.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { relink, tamper } from './tamper.ts';

let hub: TestHub;

beforeEach(async () => {
  hub = await openTestHub();
  await act(10);
  await chain(hub);
});

async function act(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const entry = { actor: 'operator:3', action: 'publish', object: `version:${i}` };
    await record(hub.sql, { ...entry, detail: { n: i, wie: 'é', b: [1, 2.5] } });
  }
}

const places = async (head?: string) =>
  (await verifyAudit(hub, { head })).findings.map(({ path }) => path);
const loggedHeads = () => hub.lines.flatMap((line) => JSON.parse(line).head ?? []);

test('an untouched trail has no findings, and what is not linked yet is only counted', async () => {
  await act(3);
  const { head, ...counts } = await verifyAudit(hub);
  expect(counts).toEqual({ entries: 10, unchained: 3, findings: [], more: 0 });
  expect(loggedHeads()).toEqual([head]);
  expect(await places(head)).toEqual([]);
});

test('an empty trail is untouched', async () => {
  hub = await openTestHub();
  expect(await chain(hub)).toBe(0);
  expect(await verifyAudit(hub)).toMatchObject({ entries: 0, findings: [], head: undefined });
});

test.each([
  ['actor', "'operator:4'"],
  ['action', "'withdraw'"],
  ['object', "'version:99'"],
  ['result', "'refused'"],
  ['origin', "'api'"],
  ['at', "at + interval '1 microsecond'"],
  ['detail', `'{"n": 5}'`],
  ['id', '1000'],
])('an edit of %s is found where it was made', async (column, value) => {
  await tamper(hub, `UPDATE audit_entries SET ${column} = ${value} WHERE position = 5`);
  expect(await places()).toEqual(['position 5']);
});

test('two entries that changed places are found', async () => {
  await tamper(
    hub,
    `UPDATE audit_entries a SET object = b.object, detail = b.detail FROM audit_entries b
     WHERE (a.position, b.position) IN ((4, 7), (7, 4))`,
  );
  expect(await places()).toEqual(['position 4', 'position 7']);
});

test('an entry that was taken out of the middle is found', async () => {
  await tamper(hub, 'DELETE FROM audit_entries WHERE position = 6');
  expect(await places()).toEqual(['position 7']);
});

test('a last entry that was removed is found', async () => {
  await tamper(hub, 'DELETE FROM audit_entries WHERE position = 10');
  expect(await places()).toEqual(['position 10']);
});

test('an entry that was added with a right hash is found, for nobody signed it', async () => {
  await tamper(
    hub,
    `INSERT INTO audit_entries (at, actor, action, object, result, origin, detail, position, hash)
     VALUES (now(), 'operator:3', 'approve', 'version:1', 'ok', 'hub', '{}', 11, '')`,
  );
  await relink(hub);
  expect(await places()).toEqual(['position 11']);
});

test('a rewrite with valid hashes is found, for its end is not the signed one', async () => {
  await tamper(hub, "UPDATE audit_entries SET actor = 'operator:4' WHERE position = 5");
  await relink(hub);
  expect(await places()).toEqual(['position 10']);
});

test('the hub does not sign on top of a rewrite', async () => {
  await tamper(hub, "UPDATE audit_entries SET actor = 'operator:4' WHERE position = 5");
  await relink(hub);
  await act(1);
  expect(await chain(hub)).toBe(0);
  expect(hub.lines.at(-1)).toContain('does not end where this hub signed it');
  await hub.sql`DELETE FROM audit_heads`;
  expect(await chain(hub)).toBe(0);
  expect(await places()).toEqual(['position 10']);
});

test('a rewrite that was signed with another key is found', async () => {
  const { privateKey: auditKey } = generateKeyPairSync('ed25519');
  await hub.sql`DELETE FROM audit_heads`;
  await tamper(hub, 'UPDATE audit_entries SET position = NULL, hash = NULL');
  await chain({ ...hub, config: { ...hub.config, auditKey } });
  expect((await verifyAudit(hub)).findings).toEqual([
    { path: 'position 10', message: expect.stringContaining('has a head signed with key') },
  ]);
  await hub.sql`UPDATE audit_heads SET key_id = 'x'`;
  expect(await places()).toEqual(['position 10']);
});

test('a head with a false signature is found', async () => {
  await hub.sql`UPDATE audit_heads SET at = at + interval '1 day'`;
  expect((await verifyAudit(hub)).findings).toEqual([
    { path: 'position 10', message: expect.stringContaining('false signature') },
  ]);
});

test('a rewrite by somebody who has the key is found by the head that the log kept', async () => {
  const [kept] = loggedHeads();
  await hub.sql`DELETE FROM audit_heads`;
  await tamper(
    hub,
    "UPDATE audit_entries SET position = NULL, hash = NULL, actor = 'operator:4' WHERE true",
  );
  await chain(hub);
  expect(await places()).toEqual([]);
  expect(await places(kept)).toEqual(['position 10']);
  await tamper(hub, 'DELETE FROM audit_entries WHERE position > 8');
  expect(await places(kept)).toContain('position 10');
});

test('a head that is written otherwise is refused', async () => {
  await expect(verifyAudit(hub, { head: '10' })).rejects.toMatchObject({ code: 'invalid' });
});

test('of every hour the first head stays and is logged, of the others only the newest', async () => {
  const noon = Date.parse('2030-01-01T12:00:00Z');
  const heads = async () =>
    (await hub.sql`SELECT position FROM audit_heads ORDER BY position`).map((row) => row.position);
  const at = async (minutes: number, times: number) => {
    await pushClock(hub, { to: new Date(noon + minutes * 60_000) });
    await act(times);
    await chain(hub);
  };
  await at(1, 1);
  await at(2, 1);
  await at(3, 1);
  expect(await heads()).toEqual([10, 11, 13]);
  await at(61, 0);
  expect(await heads()).toEqual([10, 11, 13]);
  await at(62, 0);
  await at(63, 1);
  await at(125, 0);
  expect(await heads()).toEqual([10, 11, 13, 14]);
  expect(loggedHeads().map((head) => Number(head.split(':')[0]))).toEqual([10, 11, 13, 14]);
  expect(await places()).toEqual([]);
});
