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
