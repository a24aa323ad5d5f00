import { z } from 'zod';
import type { Language } from '../../advisory/language.ts';

type Issue = z.core.$ZodRawIssue;

const words = {
  nl: {
    missing: 'Vul dit in.',
    choose: 'Kies een van de mogelijkheden.',
    long: (most: unknown) => `Dit mag hoogstens ${most} tekens zijn; maak het korter.`,
    few: (least: unknown) => `Geef er ten minste ${least}.`,
    many: (most: unknown) => `Geef er hoogstens ${most}.`,
    number: 'Vul een getal in.',
    date: 'Vul een datum en tijd in die bestaan, zoals 13-01-2020 09:05.',
    url: 'Vul een volledig adres in dat met https:// of http:// begint.',
    email: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
  },
  en: {
    missing: 'Fill this in.',
    choose: 'Choose one of these.',
    long: (most: unknown) => `This may be ${most} characters at most; make it shorter.`,
    few: (least: unknown) => `Give at least ${least}.`,
    many: (most: unknown) => `Give ${most} at most.`,
    number: 'Fill in a number.',
    date: 'Fill in a date and time that exist, such as 13-01-2020 09:05.',
    url: 'Fill in a whole address that starts with https:// or http://.',
    email: 'Fill in an e-mail address, such as name@example.org.',
  },
};
const locales = { nl: z.locales.nl(), en: z.locales.en() };

/** What zod finds wrong with a form, in words for the person who filled it in. A schema's own message goes first. */
export const findingWords = (language: Language) => (issue: Issue) =>
  plain(issue, language) ?? locales[language].localeError(issue as never);

function plain(issue: Issue, language: Language): string | undefined {
  const w = words[language];
  if (issue.code === 'invalid_value') return w.choose;
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined || issue.input === '') return w.missing;
    if (issue.expected === 'date') return w.date;
    return ['number', 'int'].includes(issue.expected) ? w.number : undefined;
  }
  if (issue.code === 'invalid_format' && issue.format === 'url') return w.url;
  if (issue.code === 'invalid_format' && issue.format === 'email') return w.email;
  if (issue.code === 'too_big' && issue.origin === 'string') return w.long(issue.maximum);
  if (issue.code === 'too_big' && issue.origin === 'array') return w.many(issue.maximum);
  if (issue.code === 'too_small' && issue.origin === 'array') return w.few(issue.minimum);
  if (issue.code === 'too_small' && issue.origin === 'string') return w.missing;
  return undefined;
}
