import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SecondTries } from './test/support/second-tries.ts';

/** Whether a test starts a database or a browser, itself or through the files of test/ that it imports. */
function isSlow(file: string): boolean {
  if (/^src\/database\/(embedded|migrate)|^test\/support\/(database|browser)/.test(file))
    return true;
  if (!file.startsWith('test/') || !existsSync(file)) return false;
  const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g);
  return [...imports].some(([, path = '']) => isSlow(join(dirname(file), path)));
}

// Tests that hold the hub against other people's programs (gpg, Postfix, …), which a machine must have: not part of `npm test`.
const interop = globSync('test/interop/**/*.test.{ts,tsx}');
const tests = globSync('test/**/*.test.{ts,tsx}').filter((file) => !interop.includes(file));

export default defineConfig({
  test: {
    // Long enough for an embedded PostgreSQL on a busy machine; no test measures time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000 } },
    // They mostly wait for servers: of two processors vitest itself would use one.
    maxWorkers: '100%',
    reporters: ['default', new SecondTries()],
    setupFiles: ['./src/database/mend.ts', './test/support/outside.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: tests.filter((file) => !isSlow(file)) },
      },
      {
        extends: true,
        test: {
          name: 'hub',
          include: tests.filter(isSlow),
          // A browser, a mail server and a database on a machine shared with others: whoever fails is tried once more.
          retry: 1,
          globalSetup: ['./test/support/server.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'interop', include: interop, globalSetup: ['./test/support/server.ts'] },
      },
    ],
  },
});
