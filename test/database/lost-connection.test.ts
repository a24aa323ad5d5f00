import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createDatabase } from '../support/database.ts';

test('whatever was being done when the database went, all of it goes on when it is back', async () => {
  const database = await createDatabase();
  const program = fileURLToPath(new URL('./outages.ts', import.meta.url));
  const ran = promisify(execFile)(process.execPath, ['--import', 'tsx', program, database.url]);
  const { stdout } = await ran.catch((error) => error);
  await database.drop();
  expect(stdout).toBe('recovered\n');
});
