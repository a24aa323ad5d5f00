import { expect, it } from 'vitest';
import type { Known } from '../../src/http/public/again.ts';
import { createMemory } from '../../src/http/public/memory.ts';

const nothing = new Uint8Array();

function page(edition: string, bytes: number): Known {
  const bodies = { br: nothing, gzip: nothing, identity: new Uint8Array(bytes) };
  const copy = { type: 'text/html', lastModified: undefined, etag: 'tag', bodies };
  return { edition, copy, headers: {}, object: '/' };
}

it('holds no more than 16 MB of pages: the oldest go, one that was kept anew counts once', () => {
  const memory = createMemory();
  for (const name of ['a', 'b', 'b', 'c']) memory.keep(name, page('one', 5_000_000));
  expect(['a', 'b', 'c'].map((name) => memory.recall(name) !== undefined)).toEqual([
    true,
    true,
    true,
  ]);
  memory.keep('d', page('one', 5_000_000));
  expect(['a', 'b', 'c', 'd'].filter((name) => memory.recall(name))).toEqual(['b', 'c', 'd']);
});

it('holds no more than 2000 addresses, and of one edition alone', () => {
  const memory = createMemory();
  for (let n = 0; n <= 2000; n++) memory.keep(`${n}`, page('one', 1));
  expect([memory.recall('0'), memory.recall('1') !== undefined]).toEqual([undefined, true]);
  memory.keep('new', page('two', 1));
  expect([memory.recall('1'), memory.recall('new') !== undefined]).toEqual([undefined, true]);
});
