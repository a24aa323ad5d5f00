import type { Language } from '../src/advisory/language.ts';

const format = (locale: string) =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Amsterdam',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
const formats: Record<Language, Intl.DateTimeFormat> = { nl: format('nl-NL'), en: format('en-GB') };

/** A date as people in the Netherlands read it; the machine-readable one is UTC. */
export function Moment({ at, language }: { at: Date; language: Language }) {
  return <time datetime={at.toISOString()}>{formatMoment(at, language)}</time>;
}

/** The same as text: `13 januari 2020 om 09:05 CET`. */
export function formatMoment(at: Date, language: Language): string {
  return formats[language].format(at);
}

const dayOnly = (locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
const dayFormats: Record<Language, Intl.DateTimeFormat> = {
  nl: dayOnly('nl-NL'),
  en: dayOnly('en-GB'),
};

/** A day of the database's calendar, which is UTC's: `13 januari 2020`. */
export function formatDay(day: string, language: Language): string {
  return dayFormats[language].format(new Date(day));
}
