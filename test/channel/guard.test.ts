import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createGuard } from '../../src/channel/http/guard.ts';
import { createLookup } from '../../src/channel/http/lookup.ts';
import { createHttp, secondsOf } from '../../src/channel/http/request.ts';
import { atEnd } from '../support/at-end.ts';

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['198.18.0.1', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00:ec2::254', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.216.34', true],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['nonsense', false],
])('%s may be asked: %s', (address, may) => {
  expect(createGuard([])(address)).toBe(may);
});

test('what is allowed by name is let through, and nothing beside it', () => {
  const guard = createGuard(['10.1.0.0/16', '127.0.0.1', 'fd00::/8']);
  const judged = ['10.1.2.3', '10.2.0.1', '127.0.0.1', '127.0.0.2', 'fd00::1', '::ffff:10.1.0.1'];
  expect(judged.map(guard)).toEqual([true, false, true, false, true, true]);
});

test('a name that leads to one shut address leads nowhere', async () => {
  const answers = (...addresses: string[]) =>
    ((_: string, __: unknown, done: (error: null, found: LookupAddress[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      )) as never;
  const look = (...addresses: string[]) =>
    new Promise((resolve) => {
      createLookup(createGuard([]), answers(...addresses))(
        'x.test',
        { all: true },
        (error, found) => resolve(error ? error.message : found),
      );
    });
  expect(await look('93.184.216.34')).toEqual([{ address: '93.184.216.34', family: 4 }]);
  expect(await look('93.184.216.34', '10.0.0.1')).toMatch(/shut/);
  expect(await look()).toMatch(/shut/);
});

async function startServer() {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (request.url === '/away') response.writeHead(302, { Location: '/' }).end();
    else response.end('x'.repeat(1_000_000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { port, asked: () => asked };
}

test.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1'])(
  'nothing leaves for %s unless it is allowed',
  async (host) => {
    const { port, asked } = await startServer();
    const url = `http://${host}:${port}/`;
    const shut = createHttp({ allow: [] })({ method: 'GET', url, timeoutMs: 5000 });
    await expect(shut).rejects.toMatchObject({
      message: 'the target is not on the public internet',
      permanent: false,
      inDoubt: false,
    });
    expect(asked()).toBe(0);
    const ask = createHttp({ allow: ['127.0.0.1'] });
    expect((await ask({ method: 'GET', url, timeoutMs: 5000 })).start).toHaveLength(4096);
  },
);

test('a redirect is an answer', async () => {
  const { port, asked } = await startServer();
  const url = `http://127.0.0.1:${port}/away`;
  const ask = createHttp({ allow: ['127.0.0.1'] });
  expect(await ask({ method: 'GET', url, timeoutMs: 5000 })).toMatchObject({ status: 302 });
  expect(asked()).toBe(1);
});

test.each([
  ['120', 120],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After: %s is %s seconds', (header, seconds) => expect(secondsOf(header)).toBe(seconds));
