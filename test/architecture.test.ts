import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which folder may import which: arrows point one way. Everyone may import the ground; `templates` is a noun's reader. */
const arrows: Record<string, string[]> = {
  operator: [],
  audit: [],
  advisory: ['operator'],
  audience: ['advisory', 'operator'],
  channel: [],
  templates: ['advisory', 'audience', 'channel', 'fanout', 'acknowledgement', 'operator', 'audit'],
  fanout: ['advisory', 'audience', 'channel', 'templates', 'operator'],
  acknowledgement: ['advisory', 'audience', 'fanout', 'operator'],
  mail: ['acknowledgement'],
  http: [
    'advisory',
    'audience',
    'channel',
    'fanout',
    'acknowledgement',
    'operator',
    'audit',
    'templates',
  ],
};
/** What stands under every noun: the files of src/ itself, the database and the settings. */
const isGround = (folder: string) =>
  folder.startsWith('src/') || folder === 'database' || folder === 'setting';
/** They wire; the demo is wired by one of them. */
const isEntryPoint = (file: string) =>
  /^src\/(cli|node|worker)\.ts$|^src\/(command|worker)\//.test(file);
const nouns = ['advisory', 'audience', 'channel', 'fanout', 'acknowledgement', 'operator', 'audit'];

type Import = { from: string; to: string; typeOnly: boolean };

const files = globSync('{src,templates}/**/*.{ts,tsx}').toSorted();
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const textOf = (file: string) => texts.get(file) ?? '';
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const found = textOf(file).matchAll(
    /^(?:import|export) (type )?[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm,
  );
  const all = [...found].map(([, type, still, dynamic]) => ({
    from: file,
    to: join(dirname(file), still ?? dynamic ?? ''),
    typeOnly: type !== undefined,
  }));
  return all.filter(({ to }) => /\.tsx?$/.test(to)); // data has no arrows
}

/** `src/fanout/claim.ts` is in fanout, `templates/layout.tsx` in templates, `src/hub.ts` by itself. */
function folderOf(file: string): string {
  const [top = '', second = '', third] = file.split('/');
  if (top === 'templates') return 'templates';
  return third === undefined ? file : second;
}

const shown = ({ from, to }: Import) => `${from} imports ${to}`;

describe('imports', () => {
  test.each(Object.entries(arrows))('%s imports only what its arrows allow', (folder, allowed) => {
    const wrong = imports
      .filter(({ from }) => folderOf(from) === folder)
      .filter(({ to }) => folderOf(to) !== folder && !isGround(folderOf(to)))
      .filter(({ to }) => !allowed.includes(folderOf(to)));
    expect(wrong.map(shown)).toEqual([]);
  });

  test('the ground stands on nothing, but for the words that the schema stores', () => {
    const wrong = imports
      .filter(({ from }) => isGround(folderOf(from)) && !isEntryPoint(from))
      .filter(({ to }) => !isGround(folderOf(to)))
      .filter(({ from }) => from !== 'src/database/schema/word.ts');
    expect(wrong.map(shown)).toEqual([]);
  });

  test('a channel knows errors and other channels, no table, route or template', () => {
    const wrong = imports
      .filter(({ from }) => folderOf(from) === 'channel')
      .filter(({ to }) => folderOf(to) !== 'channel' && to !== 'src/errors.ts');
    expect(wrong.map(shown)).toEqual([]);
  });

  test('entry points and the demo are imported by entry points and the demo alone', () => {
    const isAbove = (file: string) => isEntryPoint(file) || folderOf(file) === 'demo';
    expect(imports.filter(({ from, to }) => isAbove(to) && !isAbove(from)).map(shown)).toEqual([]);
    expect(imports.filter(({ to }) => to === 'src/cli.ts').map(shown)).toEqual([]);
  });
});

describe('the world', () => {
  test('only entry points and config.ts read the environment', () => {
    const readers = files.filter((file) => /process\.env|import\.meta\.env/.test(textOf(file)));
    expect(readers.filter((file) => file !== 'src/config.ts' && !isEntryPoint(file))).toEqual([]);
  });

  test('a file whose functions take neither hub nor sql is pure: no database, no clock, no I/O', () => {
    const takesThem = (file: string) =>
      /\b(hub|sql|tx)\b[^=\n]*: (Hub|Sql|Client)\b|\bHub\b/.test(textOf(file));
    const pure = files.filter(
      (file) =>
        ['advisory', 'audience', 'acknowledgement', 'templates'].includes(folderOf(file)) &&
        !takesThem(file),
    );
    const values = imports.filter(({ from, typeOnly }) => pure.includes(from) && !typeOnly);
    expect(
      values.filter(({ to }) => folderOf(to) === 'database' || to === 'src/hub.ts').map(shown),
    ).toEqual([]);
    const worldly =
      /from 'node:(fs|net|http|https|dns|child_process|timers)|Date\.now\(|new Date\(\)|\bfetch\(|setTimeout\(/;
    expect(pure.filter((file) => worldly.test(textOf(file)))).toEqual([]);
    expect(pure.length).toBeGreaterThan(0);
  });

  test('a noun asks hub.now() or the database for the date, not the machine', () => {
    const inNouns = files.filter(
      (file) => nouns.includes(folderOf(file)) && folderOf(file) !== 'channel',
    );
    expect(inNouns.filter((file) => /new Date\(\)/.test(textOf(file)))).toEqual([]);
  });
});

describe('files', () => {
  const written = [...files, ...globSync('{test,bench}/**/*.{ts,tsx}')];
  const lengthOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

  test('none is longer than 300 lines, the schema 400', () => {
    const limit = (file: string) => (file.startsWith('src/database/schema') ? 400 : 300);
    expect(written.filter((file) => lengthOf(file) > limit(file))).toEqual([]);
  });

  test('the median has at most 80 lines, and nine in ten at most 200', () => {
    const lengths = files.map(lengthOf).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(200);
  });

  test('none is named for a pattern instead of a thing', () => {
    const pattern = /^(utils?|helpers?|types?|services?|managers?|common|misc|index|shared)$/;
    const names = (file: string) => [
      ...dirname(file).split('/'),
      basename(file).replace(/\..*/, ''),
    ];
    expect(written.filter((file) => names(file).some((name) => pattern.test(name)))).toEqual([]);
  });
});
