const zone = 'Europe/Amsterdam';
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const syntax = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?$/;

/** An instant as a field for a date and time holds it, in Dutch time: `2020-01-13T09:05`. */
export const toLocal = (at: Date) => format.format(at).replace(' ', 'T');

/**
 * The instant that was typed in Dutch time; null where there is none, as in the hour that spring skips. Of the hour
 * that autumn has twice it is the first.
 */
export function fromLocal(typed: string): Date | null {
  const [, day, time] = syntax.exec(typed.trim()) ?? [];
  if (!day) return null;
  const utc = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(utc)) return null;
  const candidates = [2, 1].map((hours) => new Date(utc - hours * 3_600_000));
  return candidates.find((at) => toLocal(at) === `${day}T${time}`) ?? null;
}
