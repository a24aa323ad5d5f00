import type { Setting } from './definition.ts';
import { settings } from './setting.ts';

/** README's table of settings, in Markdown; a test holds README equal to it. */
export function settingsTable(): string {
  const rows = Object.entries<Setting>(settings).map(
    ([name, { meaning, fallback, unset, example }]) =>
      `| \`${name}\` | ${cell(meaning)} | ${fallback ? `\`${fallback}\`` : cell(unset ?? '')} | \`${cell(example)}\` |`,
  );
  return [
    '| setting | what it is | default | example |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|');
