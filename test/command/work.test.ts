import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAudience } from '../../src/audience/audience.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { selectionSchema } from '../../src/audience/selection.ts';
import { exampleDocument, toBytes } from '../advisory/formats/example-document.ts';
import { toApproval } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { startFanout } from '../fanout/fan-out.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { settingsOf } from '../support/settings.ts';
import { createTestChannel } from '../support/test-channel.ts';
import { semafoor } from './semafoor.ts';

let hub: TestHub;
let people: People;
let directory: string;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  directory = await mkdtemp(join(tmpdir(), 'semafoor-work-'));
});
afterAll(() => rm(directory, { recursive: true }));

const run = (...args: string[]) => semafoor(args, settingsOf(hub));
const as = (name: string) => ['--as', `${name}@csirt.example`];

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(directory, name);
  await writeFile(file, content);
  return file;
}

test('a table is shown first, then imported; one with mistakes ends with 1 and each by its line', async () => {
  const good = await fileOf(
    'good.csv',
    'name;kind\r\nNetbeheer;vital provider\r\nÉlan;partner\r\n',
  );
  const bad = await fileOf('bad.csv', 'name,kind\nNetbeheer,bakery\n');
  const kind = ['--kind', 'organisations'];
  const shown = await run('import', good, ...kind, ...as('fatima'), '--dry-run');
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.out).toContain('2 added');
  expect(shown.out).toContain('line 3 added: Élan');
  expect(await hub.sql`SELECT name FROM organisations`).toEqual([]);
  const { code, out } = await run('import', bad, good, ...kind, ...as('fatima'), '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([
    { file: bad, result: 'refused', total: 1, findings: [{ line: 2, column: 'kind' }] },
    { file: good, result: 'imported', preview: { counts: { added: 2 } } },
  ]);
  expect(await hub.sql`SELECT name FROM organisations ORDER BY id`).toHaveLength(2);
});

test('whose roles do not reach, or who is nobody, imports nothing', async () => {
  const file = await fileOf('more.csv', 'name,kind\nMeer,partner\n');
  const [author, nobody, noKind, none] = await Promise.all([
    run('import', file, '--kind', 'organisations', ...as('anouk')),
    run('import', file, '--kind', 'organisations', ...as('otto')),
    run('import', file, ...as('fatima')),
    run('import', file, '--kind', 'organisations'),
  ]);
  expect(author).toMatchObject({ code: 1, out: expect.stringContaining('administrator') });
  expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('no operator') });
  expect(noKind).toMatchObject({ code: 2, err: expect.stringContaining('software-uses') });
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining('--as') });
});

test('a CSAF document becomes a draft of its author; what is none is refused with findings', async () => {
  const [good, bad] = [
    await fileOf('good.json', toBytes(exampleDocument())),
    await fileOf('bad.json', '{"document": {}}'),
  ];
  const { code, out } = await run('import', good, bad, ...as('anouk'), '--json');
  expect(code).toBe(1);
  const [imported, refused] = JSON.parse(out);
  expect(imported).toMatchObject({
    result: 'imported',
    version: expect.stringContaining('[1.00]'),
  });
  expect(refused.findings.length).toBeGreaterThan(0);
  expect(await hub.sql`SELECT state FROM versions`).toEqual([{ state: 'draft' }]);
});

test('what is approved is published and watched to its end; status tells the same', async () => {
  await addReaders(hub.sql, 3);
  const operatorId = people.fatima;
  const selection = selectionSchema.parse({ public: true });
  const everyone = { name: 'everyone', selection, tlpCeiling: 'CLEAR', operatorId } as const;
  const audienceId = await addAudience(hub, everyone);
  await addPolicyLine(hub, { position: 1, audienceId, channelRule: 'preferred', operatorId });
  const { trackingId } = await toApproval(hub, people);
  const early = await run('publish', 'NCSC-1999-0001', ...as('dewi'));
  expect(early).toMatchObject({ code: 1, err: expect.stringContaining('no advisory') });
  await startFanout(hub, createTestChannel());
  const { code, out } = await run('publish', trackingId, ...as('dewi'), '--watch', '--json');
  expect(code).toBe(0);
  const published = JSON.parse(out);
  expect(published.version).toBe(`${trackingId} [1.00]`);
  expect(published.dispatches).toMatchObject([
    { what: `${trackingId} [1.00]`, audience: 'everyone', stand: 'finished', sent: 3, open: 0 },
  ]);
  const [status, again, quiet] = await Promise.all([
    run('status', trackingId, '--json'),
    run('publish', trackingId, ...as('dewi')),
    run('status'),
  ]);
  expect(JSON.parse(status.out)).toEqual({
    dispatches: published.dispatches.map((one: object) => ({ ...one, rate: expect.any(Number) })),
    toPhone: [{ trackingId, organisations: expect.any(Number) }],
  });
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('is published') });
  expect(quiet.out).toContain('Nothing is being sent.');
});

test('an invitation prints an address once, and the trail says so', async () => {
  const { code, out } = await run(
    'operator',
    'invite',
    'sam@csirt.example',
    '--name',
    'Sam',
    '--roles',
    'author,duty-officer',
    '--json',
  );
  expect(code).toBe(0);
  const { operator, url } = JSON.parse(out);
  expect(operator).toMatchObject({ email: 'sam@csirt.example', roles: ['author', 'duty officer'] });
  expect(url).toMatch(/^https:\/\/hub\.test\/invitations\/.+/);
  const object = `operator:${operator.id}`;
  const trail =
    await hub.sql`SELECT actor, detail FROM audit_entries WHERE object = ${object} AND action = 'invite'`;
  expect(trail).toHaveLength(1);
  expect(JSON.stringify(trail)).not.toContain(url);
  const [strange, twice] = await Promise.all([
    run('operator', 'invite', 'x@csirt.example', '--name', 'X', '--roles', 'king'),
    run('operator', 'invite', 'sam@csirt.example', '--name', 'Sam'),
  ]);
  expect(strange).toMatchObject({ code: 2, err: expect.stringContaining('"king" is no role') });
  expect(twice.code).toBe(1);
});
