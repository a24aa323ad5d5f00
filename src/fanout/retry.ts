const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Mail is tried for two days, as every mail server does it. */
const mail = {
  patience: 48 * hour,
  words: 'two days',
  /** Waits before each further try; the last one repeats until the time is over. */
  waits: {
    urgent: [5, 10, 20, 40, 60, 120, 300, 600, 900, 1800].map((s) => s * second),
    ordinary: [2, 5, 10, 20, 30, 60, 120].map((m) => m * minute),
  },
};

/** A partner's endpoint for 75 hours, which a long weekend fits into (the table of Standard Webhooks). */
const webhook = {
  patience: 75 * hour,
  words: '75 hours',
  waits: {
    urgent: [
      ...[5, 10, 20, 40, 60, 120, 300, 600, 900, 1800].map((s) => s * second),
      ...[2, 5, 10, 14, 20].map((h) => h * hour),
    ],
    ordinary: [
      ...[5 * second, 5 * minute, 30 * minute],
      ...[2, 5, 10, 14, 20, 24].map((h) => h * hour),
    ],
  },
};

const planOf = (channel: string) => (['webhook', 'websub'].includes(channel) ? webhook : mail);

/** For how long a channel's messages are tried, in words. */
export const patienceInWords = (channel: string) => planOf(channel).words;

type Wish = { urgent: boolean; channel?: string; retryAfterMs?: number };

/**
 * How long to wait in ms after the given number of attempts, or null when the time for trying is over. High/high starts
 * in seconds, the rest of the mail in minutes; a longer wait that the server asked for is honoured, in whole ms, up to
 * all of that time.
 */
export function nextWait(
  attempts: number,
  { urgent, channel = 'email', retryAfterMs = 0 }: Wish,
): number | null {
  const { waits, patience } = planOf(channel);
  const table = urgent ? waits.urgent : waits.ordinary;
  const last = table.at(-1) as number;
  const listed = table.slice(0, attempts - 1).reduce((sum, wait) => sum + wait, 0);
  const waited = listed + Math.max(0, attempts - 1 - table.length) * last;
  if (waited >= patience) return null;
  return Math.max(table[attempts - 1] ?? last, Math.min(Math.ceil(retryAfterMs), patience));
}
