import type { Language } from '../../src/advisory/language.ts';

/** What nobody at the console may overlook. */
export type Alarm =
  | { kind: 'paused'; dispatchId: number; name: string; reason: string | null }
  | { kind: 'break-glass'; trackingId: string; name: string; operator: string; reason: string };

const words = {
  nl: {
    title: 'Let op',
    paused: 'Verspreiding gepauzeerd',
    glass: 'Goedgekeurd zonder tweede paar ogen door',
  },
  en: {
    title: 'Attention',
    paused: 'Dispatch paused',
    glass: 'Approved without a second pair of eyes by',
  },
} satisfies Record<Language, Record<string, string>>;

/** The loud banner above every page of the console. */
export function Alarms({ alarms, language }: { alarms: readonly Alarm[]; language: Language }) {
  if (alarms.length === 0) return null;
  const w = words[language];
  return (
    <section class="alarms" aria-label={w.title}>
      <ul>
        {alarms.map((alarm) => (
          <li>
            <Said alarm={alarm} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ alarm, language }: { alarm: Alarm; language: Language }) {
  const w = words[language];
  if (alarm.kind === 'paused')
    return (
      <>
        {w.paused}: <a href={`/console/dispatches/${alarm.dispatchId}`}>{alarm.name}</a>
        {alarm.reason && ` (${alarm.reason})`}
      </>
    );
  return (
    <>
      {w.glass} {alarm.operator}:{' '}
      <a href={`/console/advisories/${alarm.trackingId}`}>{alarm.name}</a> ({alarm.reason})
    </>
  );
}
