import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = {
  resolved?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Manifest = { allowScripts: Record<string, boolean> };

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { packages }: { packages: Record<string, Package> } = read('package-lock.json');
const { allowScripts }: Manifest = read('package.json');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

test('the lock file names no registry: each machine has its own', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.includes('://'))).toEqual([]);
});

test('the lock file has every optional package: npm 11 refuses one that lacks another platform', () => {
  const names = new Set(Object.keys(packages).map(nameOf));
  const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  expect(optional.filter((name) => !names.has(name))).toEqual([]);
});

test('who runs a script at installation is allowed to by name, or refused by name', () => {
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripted.map(([path]) => nameOf(path)).filter((name) => !(name in allowScripts))).toEqual(
    [],
  );
});
