import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { bundle } from '../src/bundle.js';

test('several that start at once from sources without a bundle make one', async () => {
  const clone = await mkdtemp(join(tmpdir(), 'semafoor-bundle-'));
  onTestFinished(() => rm(clone, { recursive: true }));
  for (const part of ['src', 'templates', 'drizzle', 'package.json', 'package-lock.json'])
    await cp(part, join(clone, part), { recursive: true });
  await symlink(join(process.cwd(), 'node_modules'), join(clone, 'node_modules'));
  const help = () => promisify(execFile)(process.execPath, [join(clone, 'src/start.js'), '--help']);
  for (const { stdout } of await Promise.all([help(), help(), help()]))
    expect(stdout).toContain('Usage: semafoor');
  expect(await readdir(join(clone, '.build'))).toHaveLength(1);
});

test('a bundle holds what is started beside it, and postgres.js as it was mended, in a byte a character', async () => {
  const place = dirname(fileURLToPath(await bundle()));
  const files = globSync('*.js', { cwd: place });
  expect(files).toEqual(expect.arrayContaining(['cli.js', 'judge-child.js', 'thread.js']));
  const text = files.map((file) => readFileSync(join(place, file), 'utf8')).join('\n');
  expect(text).toMatch(/return fetchArrayTypes\(\)\.catch/);
  expect(text).not.toMatch(/return fetchArrayTypes\(\);/);
  expect(text).toMatch(/^[\0-\x7f]*$/);
  expect(text).toContain(String.raw`[-*\u2022]`);
  expect(text).not.toMatch(/new URL\(["']\.\/[\w-]+\.ts["']/);
});
