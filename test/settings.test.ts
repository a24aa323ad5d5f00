import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settings } from '../src/setting/setting.ts';
import { settingsTable } from '../src/setting/table.ts';

const readme = readFileSync('README.md', 'utf8');

test("README's table of settings is the code's", () => {
  const table = /^\| setting \|.*(\n\|.*)+/m.exec(readme)?.[0];
  expect(table).toBe(settingsTable());
});

test('every setting says what it is, what it must be, and what happens without it', () => {
  for (const [name, setting] of Object.entries(settings)) {
    expect(setting.meaning, name).toMatch(/\S/);
    expect(setting.mustBe, name).toMatch(/\S/);
    expect('fallback' in setting || 'unset' in setting, name).toBe(true);
  }
});
