import type { Language } from '../../../src/advisory/language.ts';

const units = { m: 1, min: 1, u: 60, h: 60, d: 1440 } as const;
const syntax = /^(\d{1,6})\s*(min|m|u|h|d)$/;

/** Minutes of what a person typed: `90 min`, `24 u` or `24 h`, `3 d`; null where it says no such thing. */
export function readDuration(typed: string): number | null {
  const [, count, unit] = syntax.exec(typed.trim().toLowerCase()) ?? [];
  return count && unit ? Number(count) * units[unit as keyof typeof units] : null;
}

/** Minutes as `readDuration` reads them, in the largest unit that comes out whole. */
export function showDuration(minutes: number, language: Language): string {
  if (minutes % 1440 === 0) return `${minutes / 1440} d`;
  if (minutes % 60 === 0) return `${minutes / 60} ${language === 'nl' ? 'u' : 'h'}`;
  return `${minutes} min`;
}
