import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

function writeLine(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ logLevel: 'debug' }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

test('a secret is cut out by its name, inside an object or two as well', () => {
  const relay = { host: 'relay.example.nl', pass: 'hush' };
  const line = writeLine((log) =>
    log.info({ relay, deep: { relay }, token: 'hush', config: { a: 'hush' } }, 'told'),
  );
  expect(line).not.toContain('hush');
  expect(line).toContain('relay.example.nl');
});

test('a database error is told without the row it was about', () => {
  const error = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (target)=(karim@vital.test) already exists.',
    query: 'INSERT …',
    parameters: ['karim@vital.test'],
  });
  const line = writeLine((log) => log.error({ error }, 'failed'));
  expect(line).not.toContain('karim');
  expect(JSON.parse(line).error).toMatchObject({ code: '23505', message: 'duplicate key value' });
});

test('time is UTC, to the millisecond', () => {
  expect(JSON.parse(writeLine((log) => log.info('told'))).time).toMatch(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  );
});

const last = `
  const { createLog } = await import(${JSON.stringify(new URL('../src/log.ts', import.meta.url).href)});
  const log = createLog({ logLevel: 'info' });
  log.info('first');
  log.child({ part: 'second' }).info('second');`;

test.each([
  ['ends by itself', last, 0],
  ['exits in the same turn', `${last} process.exit(3);`, 3],
  ['falls over a bug', `${last} throw new Error('a bug');`, 1],
])('no line is lost, and none overtakes another, when a process %s', (_, program, code) => {
  const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
  const lines = ended.stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).msg);
  expect([ended.status, lines]).toEqual([code, ['first', 'second']]);
});

test('a turn that logs much keeps the order of its lines', () => {
  const program = `${last} for (let n = 0; n < 3000; n++) log.info({ n }, 'many');`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
  const lines = ended.stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.slice(2).map(({ n }) => n)).toEqual(Array.from({ length: 3000 }, (_, n) => n));
});
