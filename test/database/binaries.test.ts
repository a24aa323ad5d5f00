import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runAs, serverAccount } from '../../src/database/embedded/account.ts';
import { installedBinaries, runnableBinaries } from '../../src/database/embedded/binaries.ts';
import { createLog } from '../../src/log.ts';

const account = serverAccount();
const log = createLog({ logLevel: 'silent' });

async function makeDirectory(mode: number): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-binaries-'));
  await chmod(directory, mode);
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

/** The npm package, installed once more in a directory. */
async function install(directory: string, keep: (path: string) => boolean) {
  const { postgres } = await installedBinaries();
  const home = dirname(dirname(dirname(postgres)));
  await cp(home, directory, { recursive: true, verbatimSymlinks: true, filter: keep });
  const bin = join(directory, 'native', 'bin');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
}

describe('the programs of PostgreSQL', () => {
  test('get the symbolic links that an install script was not allowed to make', async () => {
    const installed = await install(
      await makeDirectory(0o755),
      (path) => !/libicu\w+\.so(\.60)?$/.test(path),
    );
    await expect(runAs(account, installed.postgres, ['--version'])).rejects.toThrow();
    const place = await makeDirectory(0o755);
    const found = await runnableBinaries(installed, { account, shelter: async () => place, log });
    await runAs(account, found.initdb, ['--version']);
    expect(dirname(dirname(dirname(found.postgres)))).toBe(place);
    expect(await runnableBinaries(installed, { account, shelter: async () => place, log })).toEqual(
      found,
    );
  });

  test.runIf(account)('are copied out of a closed home', async () => {
    const installed = await install(await makeDirectory(0o700), () => true);
    const place = await makeDirectory(0o755);
    const found = await runnableBinaries(installed, { account, shelter: async () => place, log });
    expect(found.postgres.startsWith(place)).toBe(true);
  });
});
