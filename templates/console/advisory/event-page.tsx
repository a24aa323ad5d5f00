import { languages } from '../../../src/advisory/language.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { MomentField, ProseField, TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';

const words = {
  nl: {
    title: 'Gebeurtenis vastleggen',
    what: { nl: 'Wat er gebeurde (Nederlands)', en: 'Wat er gebeurde (Engels)' },
    happened: 'Wanneer het gebeurde',
    happenedHint: 'Nederlandse tijd. Mag in de toekomst liggen, als iets is aangekondigd.',
    learned: 'Wanneer wij het wisten',
    learnedHint: 'Leeg laten betekent: nu.',
    source: 'Bron',
    record: 'Vastleggen',
  },
  en: {
    title: 'Record an event',
    what: { nl: 'What happened (Dutch)', en: 'What happened (English)' },
    happened: 'When it happened',
    happenedHint: 'Dutch time. May lie ahead, for what was announced.',
    learned: 'When we learned of it',
    learnedHint: 'Left empty it is now.',
    source: 'Source',
    record: 'Record',
  },
};

type EventPageProps = { frame: Frame; trackingId: string; filled: Filled };

/** Where something is written down that happened elsewhere. */
export function EventPage({ frame, trackingId, filled }: EventPageProps) {
  const { language } = frame;
  const w = words[language];
  return (
    <ConsoleFrame {...frame} title={w.title} here="advisories">
      <p>
        <a href={`/console/advisories/${trackingId}`}>{trackingId}</a>
      </p>
      <h1>{w.title}</h1>
      <ErrorSummary filled={filled} language={language} />
      <form method="post" action={`/console/advisories/${trackingId}/events/new`} id={filled.form}>
        {languages.map((each) => (
          <ProseField
            filled={filled}
            path={`what.${each}`}
            label={w.what[each]}
            rows={3}
            required
          />
        ))}
        <MomentField
          filled={filled}
          path="happenedAt"
          label={w.happened}
          hint={w.happenedHint}
          required
        />
        <MomentField filled={filled} path="learnedAt" label={w.learned} hint={w.learnedHint} />
        <TextField filled={filled} path="source" label={w.source} required />
        <FormFoot label={w.record} />
      </form>
    </ConsoleFrame>
  );
}
