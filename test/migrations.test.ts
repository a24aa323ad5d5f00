import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

type Journal = { entries: { when: number; tag: string }[] };

async function readJournal(folder: string): Promise<Journal> {
  return JSON.parse(await readFile(join(folder, 'meta', '_journal.json'), 'utf8'));
}

test('the migrations lead to the schema: generating would add none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'semafoor-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp('drizzle', join(folder, 'drizzle'), { recursive: true });
  const settings = join(folder, 'drizzle.config.ts');
  const out = relative('.', join(folder, 'drizzle')); // drizzle-kit puts ./ before it
  const project = JSON.stringify(join(process.cwd(), 'drizzle.config.ts'));
  await writeFile(
    settings,
    `import config from ${project};\nexport default { ...config, out: '${out}' };\n`,
  );
  const drizzleKit = join('node_modules', 'drizzle-kit', 'bin.cjs');
  await promisify(execFile)(process.execPath, [drizzleKit, 'generate', '--config', settings]);
  expect(await readdir(join(folder, 'drizzle'))).toEqual(await readdir('drizzle'));
});

test('every migration is younger than the one before: drizzle silently skips an older one', async () => {
  const { entries } = await readJournal('drizzle');
  const times = entries.map(({ when }) => when);
  expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
});

test('the journal names every migration there is', async () => {
  const { entries } = await readJournal('drizzle');
  const files = (await readdir('drizzle')).filter((name) => name.endsWith('.sql'));
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.toSorted());
});
