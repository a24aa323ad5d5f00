import { expect, test } from 'vitest';
import { createCurtain } from '../../src/demo/curtain.ts';

test('what is being opened when the curtain falls is closed as well, and nothing new begins', async () => {
  const curtain = createCurtain();
  const closed: string[] = [];
  const close = async (name: string) => void closed.push(name);
  const slow = Promise.withResolvers<string>();
  await curtain.open(() => 'first', close);
  const opening = curtain.open(() => slow.promise, close);
  const refused = expect(opening).rejects.toThrow('The curtain has fallen.');
  const fallen = curtain.fall();
  await expect(curtain.open(() => 'late', close)).rejects.toThrow('The curtain has fallen.');
  slow.resolve('second');
  await Promise.all([fallen, refused]);
  expect(closed).toEqual(['second', 'first']);
});

test('what cannot be opened keeps nothing else from being closed', async () => {
  const curtain = createCurtain();
  const closed: string[] = [];
  await curtain.open(
    () => 'first',
    async (name) => void closed.push(name),
  );
  const broken = curtain.open(
    () => Promise.reject(new Error('taken')),
    async () => {},
  );
  await expect(broken).rejects.toThrow('taken');
  await curtain.fall();
  expect(closed).toEqual(['first']);
});
